import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { NameOf } from '#core/mechanism/entities/name-of-word.ts'
import { carryEffectDecisions } from '#core/revision/carry-effect-decisions.ts'
import { carryPosition } from '#core/revision/carry-position.ts'
import { findPassagesIn } from '#core/revision/find-passages.ts'
import { returnAnnotations } from '#core/revision/return-annotations.ts'
import { returnCards } from '#core/revision/return-cards.ts'
import type { Versions } from '../library-files.ts'
import { annotationsOf, withAnnotations } from './plan-update.ts'
import type { Marks, VersionSwitch } from './switch-version.ts'

export interface ReturnInput {
  readonly entry: DocumentEntry
  readonly versions: Versions
  /** The version that is left: its article, its marks as they are and as they were when it was taken up. */
  readonly article: Article
  readonly marks: Marks
  readonly begun: Marks
  /** The version that is read again: its number, its article, its marks as they were when it was left. */
  readonly number: number
  readonly target: Article
  readonly left: Marks
  readonly nameOf: NameOf
  /** ISO 8601, UTC. */
  readonly now: string
}

/** What it takes to read a version again that was there before: an update taken back, or put in place again. */
export const planReturn = (input: ReturnInput): VersionSwitch => {
  const { entry, versions, article, marks, begun, number, target, left, now } = input
  const find = findPassagesIn(target, { nameOf: input.nameOf })
  const annotations = returnAnnotations(
    { now: annotationsOf(marks.notes), begun: annotationsOf(begun.notes), left: annotationsOf(left.notes) },
    target,
    find,
    now,
  )
  const cards = returnCards(
    { now: marks.mechanisms.cards, begun: begun.mechanisms.cards, left: left.mechanisms.cards },
    { article, found: marks.mechanisms.found },
    { article: target, found: left.mechanisms.found },
    find,
    now,
  )
  const decisions = carryEffectDecisions(article, target, marks.mechanisms.effectDecisions ?? [], find, now)
  const isRedo = versions.undone.at(-1) === number
  return {
    from: versions.current,
    firstLeft: false,
    left: marks,
    begun: {
      notes: withAnnotations(marks.notes, annotations),
      mechanisms: { ...left.mechanisms, cards, ...(decisions.length > 0 && { effectDecisions: decisions }) },
    },
    brought: null,
    versions: {
      ...versions,
      current: number,
      placing: { position: carryPosition(article, target, entry.position, find) },
      reportOpen: isRedo,
      undone: isRedo ? versions.undone.slice(0, -1) : [...versions.undone, versions.current],
    },
  }
}
