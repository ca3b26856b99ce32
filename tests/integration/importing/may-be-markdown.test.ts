import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeMarkdown, recogniseFormat } from '#library/importing/recognise-format.ts'

const encoder = new TextEncoder()

const pieces = [
  [
    '<!doctype html>',
    '<!DOCTYPE html PUBLIC "x">',
    '<html>',
    '<html lang="en">',
    '<?xml version="1.0"?>',
    '<!-- a -->',
    '<article>',
  ],
  [
    '# Title\n\n',
    '- one\n- two\n',
    '**bold** ',
    '[a](https://a.example)\n',
    '```\ncode\n```\n',
    '---\ntitle: x\n---\n',
    '| a | b |\n',
  ],
  [
    '<p>',
    '<div>',
    'words ',
    '\n\n',
    ' ',
    '\ufeff',
    '%PDF-1.4\n',
    'PK\u0003\u0004',
    '\u001f',
    '{"a": 1}',
    'From: a\n',
    '\0',
  ],
].flat()

describe('what loads the reader of Markdown', () => {
  it('is every file that turns out to be Markdown', () => {
    let markdown = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), parts => {
        const bytes = encoder.encode(parts.join(''))
        if (recogniseFormat(bytes) !== 'markdown') return
        markdown += 1
        expect(mayBeMarkdown(bytes)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
    expect(markdown).toBeGreaterThan(100)
  })

  it.each([
    ['<!doctype html><p># no</p>', false],
    ['\n <html lang="en">', false],
    ['%PDF-1.7', false],
    ['PK\u0003\u0004', false],
    ['<htmlish> # Title', true],
    ['# Title', true],
    ['', true],
  ])('is told by the first bytes: %j', (start, may) => {
    expect(mayBeMarkdown(encoder.encode(start))).toBe(may)
  })
})
