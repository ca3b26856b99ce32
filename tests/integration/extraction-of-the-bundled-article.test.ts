import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import type { Effect, Mechanism } from '#core/mechanism/mechanism.ts'
import { contains } from '#core/text/span.ts'
import { importHtml } from '#library/importing/import-html.ts'

const resource = (path: string): Buffer => readFileSync(new URL(`../../resources/${path}`, import.meta.url))
const lexicon = JSON.parse(resource('lexicon/entities.json').toString('utf8')) as Lexicon
const imported = importHtml(resource('articles/stem-cells-neuropathic-pain.html'), {
  fileName: 'stem-cells-neuropathic-pain.html',
  id: 'stem-cells',
  now: '2026-01-01T00:00:00.000Z',
  importer: 'test',
})
if (!imported.ok) throw new Error(imported.error.message)
const { article } = imported.value
const found = extract(article, lexicon)

const arrow = { increases: '↑', decreases: '↓', converts: '→', affects: '~' } as const
const written = ({ direction, target }: Effect): string => `${arrow[direction]} ${target.quote.toLowerCase()}`
const effectsOf = (card: Mechanism | undefined): Effect[] =>
  (card?.effects ?? []).flatMap(id => found.effects.find(effect => effect.id === id) ?? [])
const cardAbout = (words: RegExp): Mechanism | undefined => found.mechanisms.find(card => words.test(card.title))

/** The fact sheet's table: which card, and every effect it may and must state, with its sign. */
const table: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/homing/i, [/^~ .*nerve tissue/, /^~ .*pain receptors/]],
  [/differentiation/i, [/^→ .*neurons$/, /^→ .*glial cells$/, /^~ .*nerve cells$/]],
  [
    /neurotrophic factors/i,
    [/^↑ gdnf$/, /^↑ nt-3$/, /^↑ bfgf$/, /^↑ nrg-1$/, /^↑ .*neurons$/, /^↑ .*glia$/, /^↓ .*pain$/],
  ],
  [
    /anti-inflammatory/i,
    [
      /^↓ over-activation of microglia$/,
      /^↓ over-activation of .*astrocytes$/,
      /^↓ il-1$/,
      /^↓ il-17$/,
      /^↑ il-10$/,
      /^↓ inos activity$/,
      /^↓ inflammation$/,
      /^↓ pain$/,
    ],
  ],
  [/antioxidant/i, [/^~ .*oxidative stress$/, /^↓ production of reactive oxygen species$/, /^↓ .*pain$/]],
  [
    /small vessels/i,
    [
      /^↑ proliferation of local capillaries$/,
      /^↑ capillary density$/,
      /^↑ microcirculation$/,
      /^↑ blood flow$/,
      /^↓ pain$/,
      /^↓ paraesthesia$/,
    ],
  ],
]

describe("the bundled article's cards", () => {
  it('are the six mechanisms, in the order of the text', () => {
    expect(found.mechanisms).toHaveLength(6)
    table.forEach(([title], i) => expect(found.mechanisms[i]?.title).toMatch(title))
    expect(found.mechanisms.map(card => card.passage.start)).toEqual(
      found.mechanisms.map(card => card.passage.start).toSorted((a, b) => a - b),
    )
  })

  it.each(table)('%s states its row of the table and nothing else', (title, expected) => {
    const effects = effectsOf(cardAbout(title))
    const counts = expected.map(pattern => effects.filter(effect => pattern.test(written(effect))).length)
    expect(counts).toEqual(expected.map(() => 1))
    expect(effects.filter(effect => !expected.some(pattern => pattern.test(written(effect)))).map(written)).toEqual([])
  })

  it('name stem cells as what acts wherever an agent is named, and deny or doubt nothing', () => {
    const effects = found.mechanisms.flatMap(card => effectsOf(card))
    expect(effects.filter(effect => effect.agent && !/stem cells/i.test(effect.agent.quote)).map(written)).toEqual([])
    expect(effects.filter(effect => effect.negated || effect.hedged).map(written)).toEqual([])
  })

  it("are all that the article states, but for the subtitle's guarded one", () => {
    const inCards = new Set(found.mechanisms.flatMap(card => card.effects))
    const others = found.effects.filter(effect => !inCards.has(effect.id))
    expect(others.map(effect => [written(effect), effect.hedged])).toEqual([['↓ neuropathic pain', true]])
  })

  it('say what follows, and quote the text where it says so', () => {
    for (const card of found.mechanisms) {
      expect(card.consequence).toMatch(/^\p{Lu}.{20,}[^.]$/u)
      expect(article.text.slice(card.passage.start, card.passage.end)).toBe(card.passage.quote)
      for (const effect of effectsOf(card)) expect(contains(card.passage, effect.trigger)).toBe(true)
    }
    expect(cardAbout(/anti-inflammatory/i)?.consequence).toMatch(/pain eases/i)
  })
})

describe("the bundled article's entities", () => {
  it("include every entity of the fact sheet, under the field's names", () => {
    const names = found.entities.map(entity => entity.name)
    expect(names).toEqual(
      expect.arrayContaining([
        'GDNF',
        'NT-3',
        'bFGF',
        'NRG-1',
        'IL-1',
        'IL-10',
        'IL-17',
        'iNOS',
        'reactive oxygen species',
        'microglia',
        'astrocyte',
        'glial cell',
        'neurotrophic factor',
        'dorsal horn',
        'homing',
        'oxidative stress',
        'ischaemia',
        'hypoxia',
        'paraesthesia',
        'microcirculation',
        'cerebrospinal fluid',
        'neutrophil',
        'lymphocyte',
        'neuropathic pain',
        'motor neuron disease',
      ]),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it('are mentioned where they say', () => {
    for (const entity of found.entities)
      for (const mention of entity.mentions) expect(article.text.slice(mention.start, mention.end)).toBe(mention.quote)
  })
})

describe('the study that the bundled article reports', () => {
  const { study } = found

  it('has 58 participants in five groups that add up, and can be read in another way', () => {
    expect(study?.participants).toMatchObject({ count: 58, passage: { quote: '58 patients' } })
    expect(study?.groups.map(group => [group.label, group.count])).toEqual([
      ['spinal cord injury', 20],
      ['stroke', 13],
      ['multiple sclerosis', 11],
      ['peripheral nerve injury', 7],
      ['motor neuron disease', 7],
    ])
    expect(study).toMatchObject({ sum: 58, consistent: true, otherReading: { sum: 51 } })
  })

  it("has the outcomes with their directions, and one that is the source's own reading", () => {
    const outcomes = study?.outcomes.map(outcome => [outcome.direction, outcome.text]) ?? []
    const expected: readonly (readonly [string, RegExp])[] = [
      ['up', /white cells, neutrophils and lymphocytes/i],
      ['better', /liver and kidney function/i],
      ['unchanged', /normal range/i],
      ['unchanged', /immune/i],
      ['up', /white-cell and red-cell counts/i],
      ['better', /recovery and repair of nerve tissue/i],
    ]
    expect(outcomes.map(([direction]) => direction)).toEqual(expected.map(([direction]) => direction))
    expected.forEach(([, words], i) => expect(outcomes[i]?.[1]).toMatch(words))
    expect(study?.outcomes.map(outcome => outcome.interpretation ?? false)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })

  it('has two adverse events that passed', () => {
    expect(study?.adverseEvents.map(event => event.text)).toEqual([
      expect.stringMatching(/^headache.*short-lived/),
      expect.stringMatching(/^fever.*short-lived/),
    ])
  })

  it('leaves open what the fact sheet says it leaves open', () => {
    expect(study?.notReported).toEqual([
      'a control group',
      'blinding',
      'the kind of cells',
      'the dose of cells',
      'the route of administration',
      'the length of follow-up',
      'any pain score',
      'the numbers behind “a few” and “some”',
      'a registration or citation',
    ])
  })
})
