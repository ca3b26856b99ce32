import { makeAcrossIndex } from '#core/mechanism/across/across-index.ts'
import type { AcrossIndex } from '#core/mechanism/across/across-index.ts'
import type { NamedSide, StatedEffect } from '#core/mechanism/across/stated-effect.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import type { EntityType } from '#core/mechanism/mechanism.ts'
import { effect } from '../sidebars/make-cards.ts'

/** What the lexicon calls things in these tests. */
const names: readonly WrittenName[] = [
  ['IL-10', 'IL-10'],
  ['interleukin-10', 'IL-10'],
  ['NOS2', 'NOS2'],
  ['iNOS', 'NOS2'],
  ['inducible nitric oxide synthase', 'NOS2'],
  ['TNF', 'TNF'],
  ['TNF-α', 'TNF'],
]

const types: Readonly<Record<string, EntityType>> = {
  'IL-10': 'gene-or-protein',
  NOS2: 'gene-or-protein',
  iNOS: 'gene-or-protein',
  inflammation: 'process',
  apoptosis: 'process',
  pain: 'symptom',
}

const side = (words: string): NamedSide => {
  const within = Object.keys(types).filter(name => words.includes(name))
  return {
    words,
    name: words,
    type: types[words] ?? null,
    within: within.map(name => ({ name, type: types[name] ?? 'process' })),
  }
}

const stated = (sentence: string, at: number, changes: Partial<StatedEffect>): StatedEffect => {
  const { agent, target, direction, negated, hedged, passage } = effect(sentence)
  return {
    id: `e${at + 1}`,
    origin: 'found',
    agent: agent === null ? null : side(agent),
    target: side(target),
    direction,
    negated,
    hedged,
    confidence: 0.9,
    passage: { ...passage, start: at * 100, end: at * 100 + passage.quote.length },
    sentence: passage.quote,
    lost: false,
    ...changes,
  }
}

/**
 * The index of a library whose articles say these sentences ("stem cells > IL-10" increases, "<" decreases, "=" converts, "~"
 * affects; a leading "not" or "may"). The articles are called A, B, C, …
 */
export const libraryOf = (articles: readonly (readonly string[])[], changes: Partial<StatedEffect> = {}): AcrossIndex =>
  makeAcrossIndex(
    articles.map((sentences, at) => ({
      id: `doc-${at + 1}`,
      title: `Article ${String.fromCodePoint(65 + at)}`,
      effects: sentences.map((sentence, place) => stated(sentence, place, changes)),
      spellings: [],
    })),
    names,
  )
