import type { Passage } from '../../text/span.ts'
import { directions } from '../mechanism.ts'
import type { Direction } from '../mechanism.ts'
import type { AcrossIndex } from './across-index.ts'
import type { AcrossQuery } from './across-query.ts'
import { isSure, pairOf } from './agreement.ts'
import type { IndexedEffect } from './indexed-effect.ts'
import { ranksOf } from './name-ranks.ts'
import { groupsOf, selectEffects } from './select-effects.ts'
import type { StatedEffect } from './stated-effect.ts'

/** One effect, as it stands under its group. */
export interface AcrossStatement {
  readonly document: string
  readonly title: string
  readonly id: string
  readonly origin: StatedEffect['origin']
  /** Both sides in the words of the article. */
  readonly agent: string | null
  readonly target: string
  readonly direction: Direction
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  readonly passage: Passage
  readonly sentence: string
  readonly lost: boolean
  /** Another statement says the opposite of the same two. */
  readonly contested: boolean
}

/** The named agents in the order of their names, then the others; of each what it raises and then what it lowers. */
const inOrder =
  (index: AcrossIndex) =>
  (a: IndexedEffect, b: IndexedEffect): number => {
    const ranks = ranksOf(index)
    const rank = (thing: number | null): number =>
      thing === null ? index.things.length : (ranks.get(index.things[thing]?.name ?? '') ?? 0)
    return (
      rank(a.agent) - rank(b.agent) ||
      rank(a.target) - rank(b.target) ||
      directions.indexOf(a.stated.direction) - directions.indexOf(b.stated.direction) ||
      a.document - b.document
    )
  }

/**
 * The statements of some effects as they are listed: those of one agent on one target together, so that the article that says
 * the opposite stands beside the others.
 */
export const statementsOf = (index: AcrossIndex, effects: readonly IndexedEffect[]): readonly AcrossStatement[] =>
  effects.toSorted(inOrder(index)).map((effect): AcrossStatement => {
    const { stated, document } = effect
    const { id, title } = index.documents[document] ?? { id: '', title: '' }
    return {
      document: id,
      title,
      id: stated.id,
      origin: stated.origin,
      agent: stated.agent?.words ?? null,
      target: stated.target.words,
      direction: stated.direction,
      negated: stated.negated,
      hedged: stated.hedged,
      confidence: stated.confidence,
      passage: stated.passage,
      sentence: stated.sentence,
      lost: stated.lost,
      contested: isSure(effect) && index.contested.has(pairOf(effect) ?? ''),
    }
  })

/** The statements of the group with this name, filtered as the groups were; none when there is no such group. */
export const statementsInGroup = (index: AcrossIndex, query: AcrossQuery, name: string): readonly AcrossStatement[] => {
  const thing = index.things.findIndex(candidate => candidate.name === name)
  return statementsOf(
    index,
    selectEffects(index, query).filter(effect => groupsOf(effect, query.grouping).includes(thing)),
  )
}
