import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCandidates } from '#core/mechanism/cards/find-candidates.ts'
import { readSections } from '#core/mechanism/sections/read-sections.ts'
import { importHtml } from '#library/importing/import-html.ts'
import { articleFromLines } from './article-from-lines.ts'

const resource = new URL('../../../resources/articles/stem-cells-neuropathic-pain.html', import.meta.url)
const imported = importHtml(readFileSync(resource), {
  fileName: 'stem-cells-neuropathic-pain.html',
  id: 'stem-cells',
  now: '2026-01-01T00:00:00.000Z',
  importer: 'test',
})
if (!imported.ok) throw new Error(imported.error.message)
const { text, blocks } = imported.value.article
const pieces = blocks.map(block => ({ words: text.slice(block.start, block.end), isHeading: block.kind === 'heading' }))

const six = [
  'Directed migration and homing',
  'Differentiation and regeneration',
  'Release of neurotrophic factors',
  'Anti-inflammatory and immunomodulatory action',
  'Antioxidant defence',
  'New small vessels and better blood flow',
]

/** The bundled article as other formats and a careless copy hand it over. */
const forms: readonly (readonly [string, readonly string[]])[] = [
  ['with its headings as paragraphs', pieces.map(piece => piece.words)],
  [
    'with its headings glued to what follows them',
    pieces.reduce<string[]>((lines, { words }, i) => {
      if (pieces[i - 1]?.isHeading) lines.push((lines.pop() ?? '') + words)
      else lines.push(words)
      return lines
    }, []),
  ],
  ['without any line break', [pieces.map(piece => piece.words).join('')]],
]

describe.each(forms)('the bundled article %s', (_, lines) => {
  const article = articleFromLines(lines)
  const candidates = findCandidates(article, readSections(article))

  it('has its six mechanisms, as it announces them', () => {
    expect(candidates.map(one => one.title)).toEqual(six)
    expect(candidates.every(one => one.announced)).toBe(true)
  })

  it('has each under its own title', () => {
    for (const { body } of candidates) {
      const words = article.text.slice(body.start, body.end)
      expect(words).toMatch(/stem cells/iu)
      for (const title of six) expect(words).not.toContain(title)
    }
  })
})
