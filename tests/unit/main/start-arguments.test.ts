import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  openAlready,
  parseArticleLink,
  parseSecondStart,
  parseStartArguments,
} from '../../../src/main/starting/start-arguments.ts'
import { anyText } from './any-text.ts'

const MARK = '0b9c1f9e-4c55-4b61-9d51-3f0a6f6f3a11'

describe('links to an article', () => {
  it('names the document, and the mark in it', () => {
    expect(parseArticleLink(`pathmark://open/stem-cells-1a2b#${MARK}`)).toEqual({
      id: 'stem-cells-1a2b',
      annotation: MARK,
    })
    expect(parseArticleLink('pathmark://open/stem-cells-1a2b')).toEqual({ id: 'stem-cells-1a2b', annotation: null })
    // Some systems add the slash.
    expect(parseArticleLink(`pathmark://open/stem-cells-1a2b/#${MARK}`)).toMatchObject({ annotation: MARK })
  })

  it('opens the article alone when the fragment names no mark', () => {
    expect(parseArticleLink('pathmark://open/stem-cells-1a2b#page-note')).toEqual({
      id: 'stem-cells-1a2b',
      annotation: null,
    })
  })

  it.each([
    'pathmark://open/../../etc/passwd',
    'pathmark://open/..%2f..%2fetc',
    'pathmark://open/Stem Cells',
    'pathmark://open/',
    `pathmark://open/${'a'.repeat(65)}`,
    'pathmark://run/stem-cells',
    'pathmark://open@evil/stem-cells',
    'pathmark:open/stem-cells',
    'PATHMARK://open/stem-cells',
    'https://open/stem-cells',
    'https://evil.example/pathmark://open/stem-cells',
    `pathmark://open/a?library=/tmp#${MARK}`,
    `pathmark://open/a#${MARK}\n`,
    `pathmark://open/a#${'-'.repeat(36)}\u0000`,
    'pathmark://open/a#0b9c1f9e4c554b619d513f0a6f6f3a110000',
    'pathmark://open/a --no-sandbox',
    'pathmark://open/a" --inspect',
    'pathmark://open/a\u202e',
  ])('%j is no such link', address => {
    expect(parseArticleLink(address)).toBeNull()
  })

  it('gives nothing but an id and a mark, for any text whatever', () => {
    const piece = fc.oneof(
      fc.constantFrom('pathmark://open/', 'a-1', '#', MARK, '/', '..', '--inspect', ' ', '%20', '"', '\n', '\u0000'),
      anyText(5),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        const link = parseArticleLink(pieces.join(''))
        if (link === null) return
        expect(link.id).toMatch(/^[a-z0-9-]{1,64}$/)
        expect(link.annotation ?? MARK).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
        expect(Object.keys(link)).toEqual(['id', 'annotation'])
      }),
      { numRuns: 1_000 },
    )
  }, 30_000)
})

describe('what the program is started with', () => {
  it('takes a library and a link, in any order, and leaves the rest alone', () => {
    expect(parseStartArguments(['.', '--library', '/notes', 'pathmark://open/a'])).toEqual({
      library: '/notes',
      show: { id: 'a', annotation: null },
      files: ['.'],
    })
    expect(parseStartArguments(['pathmark://open/a', '--library=/notes', '--inspect'])).toEqual({
      library: '/notes',
      show: { id: 'a', annotation: null },
      files: [],
    })
    expect(parseStartArguments(['.'])).toEqual({ library: null, show: null, files: ['.'] })
    expect(parseStartArguments(['pathmark://open/a', '--library=/notes']).library).toBe('/notes')
    expect(parseStartArguments(['.', '--library', '/notes']).library).toBe('/notes')
  })

  it('does not take an empty library for one', () => {
    expect(parseStartArguments(['--library']).library).toBeNull()
    expect(parseStartArguments(['--library=']).library).toBeNull()
  })

  it('takes no option after two dashes, where a link is put by the system', () => {
    expect(parseStartArguments(['--', 'pathmark://open/a', '--library', '/elsewhere'])).toEqual({
      library: null,
      show: { id: 'a', annotation: null },
      files: ['--library', '/elsewhere'],
    })
  })

  it('takes what is neither an option nor an address for files', () => {
    const words = [
      '--lang=de',
      '/a/page.html',
      'b c.md',
      'C:\\d.html',
      'pathmark://run/x',
      'https://example.org/',
      'file:///e.html',
    ]
    expect(parseStartArguments(words).files).toEqual(['/a/page.html', 'b c.md', 'C:\\d.html'])
  })
})

describe('a second start', () => {
  it('shows what a link leads to, and honours no option', () => {
    expect(parseSecondStart(['--library', '/elsewhere', '--inspect', 'pathmark://open/a'])).toEqual({
      id: 'a',
      annotation: null,
    })
    expect(parseSecondStart(['--library=/elsewhere', '/etc/passwd', 'file:///etc/passwd'])).toBeNull()
    expect(parseSecondStart(['pathmark://open/a --library /elsewhere'])).toBeNull()
  })

  it('says that the window keeps its library when another one was asked for', () => {
    expect(openAlready({ library: null, show: null, files: [] })).toBe(
      'Pathmark is open already; its window comes to the front.',
    )
    expect(openAlready({ library: '/other', show: null, files: [] })).toMatch(/open already.*\/other, close it first/)
  })
})
