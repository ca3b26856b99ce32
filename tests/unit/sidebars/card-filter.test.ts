import { describe, expect, it } from 'vitest'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import {
  countChoices,
  filterCards,
  filterContext,
  isFiltering,
  noFilter,
} from '../../../src/renderer/views/mechanisms/card-filter.ts'
import type { CardFilter } from '../../../src/renderer/views/mechanisms/card-filter.ts'
import { card, effect } from './make-cards.ts'

const text = 'Results\nIL-10 lowers IL-1. NO synthase rises with IL-1.\nDrugs\nIL-10 raises iNOS.'
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length, quote: words }
}
const drugs = text.indexOf('Drugs')
const section = (id: string, title: string, start: number, end: number, level = 2, parent = 's1') => ({
  id,
  level,
  title,
  parent,
  start,
  end,
})
const article = {
  sections: [
    { id: 's0', level: 0, title: '', parent: null, start: 0, end: text.length },
    section('s1', 'Results', 0, text.length, 1, 's0'),
    section('s2', 'Drugs', drugs, text.length),
  ],
}
const entity = (id: string, name: string, mentions: readonly ReturnType<typeof at>[]) => ({
  id,
  name,
  type: 'gene-or-protein' as const,
  mentions: [...mentions],
})
const statedEffect = (id: string, agent: ReturnType<typeof at>, trigger: string, target: ReturnType<typeof at>) => ({
  id,
  agent,
  trigger: at(trigger),
  target,
  direction: trigger === 'lowers' ? ('decreases' as const) : ('increases' as const),
  negated: false,
  hedged: false,
  confidence: 0.9,
  rule: 'active',
})
const il10 = entity('t-il10', 'IL-10', [at('IL-10'), at('IL-10', drugs)])
const il1 = entity(
  't-il1',
  'IL-1',
  [at('IL-1.'), at('IL-1.', 40)].map(one => ({ ...one, end: one.end - 1, quote: 'IL-1' })),
)
const nos2 = entity('t-nos2', 'NOS2', [at('NO synthase'), at('iNOS')])
const found: Extraction = {
  mechanisms: [],
  entities: [il10, il1, nos2],
  study: null,
  effects: [
    statedEffect('e1', at('IL-10'), 'lowers', il1.mentions[0] ?? at('IL-1')),
    statedEffect('e2', il1.mentions[1] ?? at('IL-1'), 'rises', at('NO synthase')),
    statedEffect('e3', at('IL-10', drugs), 'raises', at('iNOS')),
  ],
}
const cards = [
  card({
    id: 'm1',
    number: 1,
    passage: at('IL-10 lowers IL-1. NO synthase rises with IL-1.'),
    effects: [
      effect('IL-10 < IL-1', { id: 'e1', passage: at('IL-10 lowers IL-1') }),
      effect('IL-1 > NO synthase', { id: 'e2', passage: at('NO synthase rises with IL-1') }),
    ],
  }),
  card({
    id: 'm2',
    number: 2,
    passage: at('IL-10 raises iNOS.'),
    effects: [effect('IL-10 > iNOS', { id: 'e3', passage: at('IL-10 raises iNOS') })],
  }),
  card({ id: 'm3', number: 3, passage: at('IL-10 raises iNOS.'), entities: [nos2] }),
]
const context = filterContext(article, found)
const shown = (filter: Partial<CardFilter>) =>
  filterCards(cards, { ...noFilter, ...filter }, context).map(({ id, effects }) => [id, ...effects.map(one => one.id)])

describe('the cards', () => {
  it('are all there without a filter, as they were', () => {
    expect(filterCards(cards, noFilter, context)).toBe(cards)
    expect(isFiltering(noFilter)).toBe(false)
  })

  it('are narrowed by direction without being renumbered', () => {
    expect(shown({ direction: 'increases' })).toEqual([
      ['m1', 'e2'],
      ['m2', 'e3'],
    ])
    expect(filterCards(cards, { ...noFilter, direction: 'increases' }, context).map(({ number }) => number)).toEqual([
      1, 2,
    ])
  })

  it('are narrowed by an entity on either side, in any of its spellings', () => {
    expect(shown({ entity: 't-nos2' })).toEqual([['m1', 'e2'], ['m2', 'e3'], ['m3']])
    expect(shown({ entity: 't-il1' })).toEqual([['m1', 'e1', 'e2']])
  })

  it('are narrowed by a section, which stands for its subsections', () => {
    expect(shown({ section: 's2' })).toEqual([['m2', 'e3'], ['m3']])
    expect(shown({ section: 's1' })).toHaveLength(3)
  })

  it('pass all filters that are chosen', () => {
    expect(shown({ entity: 't-il10', direction: 'increases', section: 's2' })).toEqual([['m2', 'e3']])
    expect(shown({ entity: 't-il1', section: 's2' })).toEqual([])
  })

  it('are found by the words of an effect that the reader wrote, and IL-1 is not IL-10', () => {
    const own = card({ effects: [effect('our IL-10 > NO synthases', { id: 'x1', origin: 'reader' })] })
    const by = (id: string) => filterCards([own], { ...noFilter, entity: id }, context).length
    expect([by('t-il10'), by('t-nos2'), by('t-il1')]).toEqual([1, 1, 0])
  })
})

describe('what can be chosen', () => {
  it('is counted with the other filters in force', () => {
    const counts = countChoices(cards, { ...noFilter, section: 's2', direction: 'decreases' }, context, found.entities)
    expect(counts.directions).toEqual({ increases: 1, decreases: 0, converts: 0, affects: 0 })
    expect(counts.entities).toEqual([])
    expect([...counts.sections]).toEqual([['s1', 1]])
  })

  it('lists the entities that act or are acted on, the commonest first', () => {
    const counts = countChoices(cards, noFilter, context, found.entities)
    expect(counts.entities.map(({ entity: { name }, effects }) => [name, effects])).toEqual([
      ['IL-1', 2],
      ['IL-10', 2],
      ['NOS2', 2],
    ])
    expect(counts.allDirections).toBe(3)
  })

  it('counts an effect that is said in two sections in both', () => {
    const places = [
      { id: 'e1', passage: at('IL-10 lowers IL-1') },
      { id: 'e9', passage: at('IL-10 raises iNOS') },
    ]
    const twice = [card({ effects: [effect('IL-10 < IL-1', { id: 'e1', places })] })]
    expect(countChoices(twice, noFilter, context, []).sections).toEqual(
      new Map([
        ['s1', 1],
        ['s2', 1],
      ]),
    )
    expect(filterCards(twice, { ...noFilter, section: 's2' }, context)).toHaveLength(1)
  })
})
