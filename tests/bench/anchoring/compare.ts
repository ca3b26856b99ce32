import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringOptions } from '#core/anchoring/anchor-all.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import type { AnchorStatus } from '#core/anchoring/verdict.ts'
import type { Span } from '#core/text/span.ts'
import type { AnchoringCase, CaseSet, Family } from './case.ts'
import { nameOf } from './names.ts'
import { peers } from './peers.ts'
import { randomFrom } from './random.ts'
import { addToScore, emptyScore } from './score.ts'
import type { Score } from './score.ts'

export interface Contestant {
  readonly name: string
  readonly how: string
  readonly fuzzy: boolean
  find(item: AnchoringCase, statuses: Map<AnchorStatus, number>): (Span | null)[]
}

export const OURS = 'Pathmark'

const pathmark = (name: string, how: string, options: AnchoringOptions): Contestant => ({
  name,
  how,
  fuzzy: true,
  find: ({ next, passages }, statuses) =>
    anchorAll(
      next,
      passages.map(({ selectors }) => selectors),
      options,
    ).map(verdict => {
      statuses.set(verdict.status, (statuses.get(verdict.status) ?? 0) + 1)
      return isFound(verdict) ? verdict : null
    }),
})

export const contestants = (): Contestant[] => [
  pathmark(OURS, 'with the bundled lexicon’s names', { nameOf: nameOf() }),
  pathmark(`${OURS}, no lexicon`, 'without the lexicon’s names', {}),
  ...peers.map(peer => ({
    name: peer.name,
    how: peer.how,
    fuzzy: peer.fuzzy,
    find: ({ next, passages }: AnchoringCase) =>
      peer.find(
        next.text,
        passages.map(({ selectors }) => selectors),
      ),
  })),
]

/** What one contestant did with the cases of one family and set. */
export interface Result {
  readonly family: string
  readonly set: CaseSet
  readonly contestant: string
  readonly score: Score
  readonly passages: number
  /** How often each verdict was given; empty for peers, which know only found and not found. */
  readonly statuses: ReadonlyMap<AnchorStatus, number>
}

/** Whole cases, in an order of chance, until they hold `most` annotations. */
const someOf = (cases: readonly AnchoringCase[], most: number, set: CaseSet, family: string): AnchoringCase[] => {
  let held = 0
  return randomFrom(`some ${set} ${family}`)
    .shuffle(cases)
    .filter(({ passages }) => {
      const wanted = held < most
      if (wanted) held += passages.length
      return wanted
    })
}

/** Runs every contestant on the same cases. Time is that of the whole batch of a text, its index included. */
export const compareOn = (
  family: Family,
  set: CaseSet,
  most: number,
  entered: readonly Contestant[] = contestants(),
): Result[] => {
  const cases = someOf(family.cases(set, randomFrom(`${set} ${family.name}`)), most, set, family.name)
  const results = entered.map(({ name }) => ({
    family: family.name,
    set,
    contestant: name,
    score: emptyScore(),
    passages: cases.reduce((sum, { passages }) => sum + passages.length, 0),
    statuses: new Map<AnchorStatus, number>(),
  }))
  for (const item of cases) {
    for (const [index, contestant] of entered.entries()) {
      const result = results[index]
      if (!result) continue
      const before = performance.now()
      const found = contestant.find(item, result.statuses)
      result.score.milliseconds += performance.now() - before
      addToScore(result.score, item, found)
    }
  }
  return results
}
