import type { Annotation } from '#core/annotation/annotation.ts'
import { joinBlocks } from '#core/article/join-blocks.ts'
import type { BlockContent } from '#core/article/join-blocks.ts'
import type { ExportedDocument } from '#core/export/exported-document.ts'
import type { Study } from '#core/mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import type { Passage } from '#core/text/span.ts'

const heading = (level: number, text: string): BlockContent => ({ kind: 'heading', level, text })
const paragraph = (text: string): BlockContent => ({ kind: 'paragraph', text })

const content = joinBlocks([
  heading(1, 'Zinc & the liver'),
  paragraph('A first look.'),
  heading(2, 'Results'),
  paragraph('Zinc reduced IL-6 (p < 0.05) by 20 %.'),
  heading(3, 'In mice_and_men'),
  paragraph('No change of IL-10 was seen; 5 * 4 = 20.'),
])

/** Where the words stand in the sample's text. */
const passageOf = (words: string): Passage => {
  const start = content.text.indexOf(words)
  if (start === -1) throw new Error(`Not in the sample: ${words}`)
  return { start, end: start + words.length, quote: words }
}

/** A mark of the reader on the first place where the words stand. */
export const markOn = (words: string, more: Partial<Annotation> = {}): Annotation => {
  const { start, end } = passageOf(words)
  return {
    id: `00000000-0000-4000-8000-${String(start).padStart(12, '0')}`,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    version: 1,
    style: 'highlight',
    color: 'yellow',
    note: '',
    tags: [],
    selectors: {
      quote: {
        exact: words,
        prefix: content.text.slice(Math.max(0, start - 32), start),
        suffix: content.text.slice(end, end + 32),
      },
      position: { start, end },
    },
    ...more,
  }
}

export const effect = (more: Partial<ShownEffect> = {}): ShownEffect => ({
  id: 'e1',
  origin: 'found',
  agent: 'Zinc',
  target: 'IL-6',
  direction: 'decreases',
  trigger: 'reduced',
  negated: false,
  hedged: false,
  passage: passageOf('Zinc reduced IL-6'),
  rule: 'active',
  confidence: 0.9,
  ...more,
})

export const card = (more: Partial<ShownCard> = {}): ShownCard => ({
  id: 'm1',
  number: 1,
  title: 'Less IL-6',
  consequence: 'Inflammation falls.',
  origin: 'found',
  decision: null,
  passage: passageOf('Zinc reduced IL-6 (p < 0.05) by 20 %.'),
  effects: [effect()],
  entities: [{ id: 'n1', type: 'gene-or-protein', name: 'IL-6', mentions: [passageOf('IL-6')] }],
  record: null,
  ...more,
})

const study: Study = {
  participants: { count: 10, passage: passageOf('A first look.') },
  groups: [
    { label: 'zinc', count: 6, passage: passageOf('Zinc reduced') },
    { label: 'none | other', count: 4, passage: passageOf('No change') },
  ],
  sum: 10,
  consistent: true,
  design: [
    { name: 'animals', passage: passageOf('mice_and') },
    { name: 'pilot', passage: passageOf('A first look') },
  ],
  otherReading: { text: '4 for both', sum: 8 },
  outcomes: [{ text: 'IL-6 fell', direction: 'down', interpretation: true, passage: passageOf('IL-6') }],
  adverseEvents: [{ text: 'nausea', passage: passageOf('A first') }],
  notReported: ['a control group'],
}

/** A small article with everything in it that an export can hold; parts of it can be replaced. */
export const sampleDocument = (more: Partial<ExportedDocument> = {}): ExportedDocument => ({
  article: {
    format: 3,
    id: 'zinc-1',
    metadata: {
      title: 'Zinc & the liver',
      authors: ['A. Author'],
      publisher: 'Journal: of "Things"',
      address: 'https://example.org/zinc?a=1',
      updated: '2024-03-02',
      language: 'en',
      keywords: [],
      sourceNotes: ['Read with care.'],
    },
    provenance: {
      format: 'html',
      fileName: 'zinc.html',
      sourceFile: 'source.html',
      sourceHash: '',
      imported: '2026-03-01T09:00:00.000Z',
      importer: 'test',
      warnings: [],
    },
    ...content,
    textHash: '',
    htmlHash: '',
    words: 20,
  },
  added: '2026-03-01T09:00:00.000Z',
  citationKey: 'zinc',
  annotations: [
    markOn('No change of IL-10', { color: 'blue', style: 'underline', tags: ['negative result'] }),
    markOn('Zinc reduced IL-6', { note: 'Strong.\n\n# Compare\n- with *others*', tags: ['zinc', 'IL-6'] }),
    markOn('A first look.', { deleted: '2026-03-01T11:00:00.000Z' }),
  ],
  pageNote: { value: 'My view\n=======\nworth it', modified: '2026-03-01T12:00:00.000Z', version: 1 },
  cards: [card(), card({ id: 'm2', number: 0, decision: 'rejected', title: 'Wrong' })],
  study,
  nameOf: () => null,
  exportedAt: '2026-03-04T05:06:07.000Z',
  ...more,
})
