import { describe, expect, it } from 'vitest'
import type { GlossaryEntry } from '#core/mechanism/entities/lexicon.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'
import { aboutEntity } from '#core/mechanism/glossary/about-entity.ts'
import { findExpansions } from '#core/mechanism/glossary/expansions.ts'
import { broaderEntry, entryNamed, familyEntry } from '#core/mechanism/glossary/find-entry.ts'

const entry = (name: string, ...synonyms: string[]): GlossaryEntry => ({ name, synonyms, definition: `About ${name}.` })

const glossary = [
  entry('appetite'),
  entry('cell'),
  entry('cyclin'),
  entry('haematopoietic stem cell', 'HSC'),
  entry('leukaemia'),
  entry('microglia', 'microglial cell'),
  entry('olfactory ensheathing cell', 'OEC'),
  entry('oedema'),
  entry('receptor'),
  entry('TNF-α', 'TNF', 'tumour necrosis factor'),
]

const entity = (name: string, ...quotes: string[]): Entity => ({
  id: 't',
  type: 'cell',
  name,
  mentions: quotes.map((quote, i) => ({ start: i * 50, end: i * 50 + quote.length, quote })),
})

const about = (named: Entity, text = '') => aboutEntity(named, glossary, findExpansions(text))

describe('a name in the glossary', () => {
  it.each([
    ['tumor necrosis factor', 'TNF-α'],
    ['TNF alpha', 'TNF-α'],
    ['Leukemias', 'leukaemia'],
    ['edema', 'oedema'],
    ['Oedema', 'oedema'],
    ['microglial cells', 'microglia'],
    ['OECs', 'olfactory ensheathing cell'],
  ])('is found as %s', (written, name) => {
    expect(entryNamed(written, glossary)?.name).toBe(name)
  })

  it('is not found by letters that merely resemble another spelling', () => {
    expect(entryNamed('EC', glossary)).toBeNull()
  })
})

describe('a thing without a line of its own', () => {
  it.each([
    ['activated spinal microglia', 'microglia'],
    ['opioid receptors', 'receptor'],
    ['receptor of the membrane', 'receptor'],
  ])('%s is a kind of %s', (name, kind) => {
    expect(broaderEntry(name, glossary)?.name).toBe(kind)
  })

  it.each(['loss of appetite', 'cyclin D1', 'microglia', 'A431 cells'])(
    '%s is no kind of another entry that would tell something',
    name => {
      expect(broaderEntry(name, glossary)).toBeNull()
    },
  )

  it('is told by that kind only when nothing tells of itself', () => {
    expect(about(entity('spinal microglia'))).toMatchObject({ entry: null, nearest: { name: 'microglia' } })
    expect(about(entity('microglia'))).toMatchObject({ entry: { name: 'microglia' }, nearest: null })
  })

  it.each([
    ['TNF-α secretion', 'TNF-α'],
    ['TNF receptor expression', 'receptor'],
    ['microglial cell activation', 'microglia'],
    ['TNF signalling pathway', 'TNF-α'],
    ['release', undefined],
  ])('%s is told by the line on %s', (name, line) => {
    expect(about(entity(name))).toMatchObject({ entry: null })
    expect(about(entity(name)).nearest?.name).toBe(line)
  })
})

describe('a numbered member without a line of its own', () => {
  const family = (name: string, ...synonyms: string[]): GlossaryEntry => ({
    name,
    synonyms,
    definition: `A family of proteins called ${name}.`,
  })
  const families = [
    ...glossary,
    family('caspase'),
    family('integrin'),
    family('collagen'),
    family('Wnt'),
    family('MMP'),
  ]

  it.each([
    ['caspase-10', 'caspase'],
    ['integrin α5β1', 'integrin'],
    ['collagen VI', 'collagen'],
    ['Wnt7a', 'Wnt'],
    ['MMP7', 'MMP'],
  ])('%s belongs to the family %s', (name, kin) => {
    expect(familyEntry(name, families)?.name).toBe(kin)
    expect(aboutEntity(entity(`${name} activity`), families, new Map()).nearest?.name).toBe(kin)
  })

  it.each(['TNF2', 'HSC-3', 'p53', 'caspase', 'C5', 'MMP-2R'])('%s is no member of what it begins with', name => {
    expect(familyEntry(name, families)).toBeNull()
  })
})

describe('what an article writes out', () => {
  const text = 'Levels of tumour necrosis factor (TNF) fell. Later, TNF rose again.'

  it('is shown with the words that introduce it, for the short form and for the long one', () => {
    const expected = [
      {
        short: 'TNF',
        long: 'tumour necrosis factor',
        passage: { quote: 'tumour necrosis factor (TNF)', start: 10, end: 38 },
      },
    ]
    expect(about(entity('TNF-α', 'TNF'), text).expansions).toEqual(expected)
    expect(about(entity('tumour necrosis factor'), text).expansions).toEqual(expected)
    expect(about(entity('IL-10', 'IL-10'), text).expansions).toEqual([])
  })

  it('is shown once, at its first place, however often it is introduced', () => {
    const twice = `${text} In the second trial tumor necrosis factor (TNF) was measured.`
    expect(about(entity('TNF-α', 'TNF'), twice).expansions.map(({ passage }) => passage.start)).toEqual([10])
  })

  it('is found in the singular when the article introduces a plural', () => {
    const plural = 'We transplanted olfactory ensheathing cells (OECs).'
    expect(about(entity('OEC', 'OEC'), plural).expansions).toHaveLength(1)
  })

  it('decides what an abbreviation means, against the glossary', () => {
    const hepatic = 'Scars are made by hepatic stellate cells (HSCs).'
    expect(about(entity('HSC activity', 'HSC'), hepatic)).toMatchObject({
      entry: null,
      expansions: [{ short: 'HSCs' }],
    })
    const blood = 'Blood arises from hematopoietic stem and progenitor cells (HSCs).'
    expect(about(entity('HSC activity', 'HSC'), blood).entry?.name).toBe('haematopoietic stem cell')
    expect(about(entity('HSC activity', 'HSC')).entry?.name).toBe('haematopoietic stem cell')
  })

  it('leaves out the line on something else with the same letters', () => {
    const letters = [entry('vasopressin', 'ADH'), entry('nitric oxide synthase', 'NOS')]
    const of = (named: Entity) => aboutEntity(named, letters, new Map())
    expect(of(entity('alcohol dehydrogenase', 'ADH'))).toMatchObject({ entry: null, nearest: null })
    expect(of(entity('vasopressin', 'ADH')).entry?.name).toBe('vasopressin')
    expect(of(entity('neuronal nitric oxide synthase', 'NOS')).entry?.name).toBe('nitric oxide synthase')
  })

  it('leads to the line on its long form', () => {
    const own = 'The amount of tumour necrosis factor (TNFA) rose.'
    expect(about(entity('TNFA', 'TNFA'), own).entry?.name).toBe('TNF-α')
  })
})
