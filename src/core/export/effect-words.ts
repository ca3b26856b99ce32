import type { Direction, Study } from '../mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '../mechanism/cards/shown-card.ts'

const directionWords: Readonly<Record<Direction, string>> = {
  increases: '↑ increases',
  decreases: '↓ decreases',
  converts: '→ converts to',
  affects: '⇢ affects',
}

/** An effect's direction as an arrow and a word, so that neither colour nor the arrow alone has to carry it. */
export const describeDirection = (direction: Direction): string => directionWords[direction]

/** What must not be overlooked when an effect is read: that the text denies it or is careful about it. */
export const effectRemarks = ({ negated, hedged }: Pick<ShownEffect, 'negated' | 'hedged'>): readonly string[] => [
  ...(negated ? ['negated'] : []),
  ...(hedged ? ['hedged'] : []),
]

/** Who a card comes from, in words. */
export const describeOrigin = ({ decision, origin }: Pick<ShownCard, 'decision' | 'origin'>): string => {
  switch (decision) {
    case 'accepted':
      return 'Found by Pathmark, accepted by the reader'
    case 'edited':
      return 'Found by Pathmark, edited by the reader'
    case 'rejected':
      return 'Found by Pathmark, rejected by the reader'
    case 'added':
      return 'Written by the reader'
    case null:
      return origin === 'reader' ? 'Written by the reader' : 'Found by Pathmark'
  }
}

type OutcomeDirection = Study['outcomes'][number]['direction']

const outcomeWords: Readonly<Record<OutcomeDirection, string>> = {
  up: '↑ up',
  down: '↓ down',
  better: 'better',
  worse: 'worse',
  unchanged: 'unchanged',
  unclear: 'direction unclear',
}

/** The direction of an outcome in words. */
export const describeOutcome = (direction: OutcomeDirection): string => outcomeWords[direction]

/** Whether the groups of a study add up, in a sentence. */
export const describeSum = ({ groups, sum, consistent, participants }: Study): string =>
  `${groups.map(group => group.count).join(' + ')} = ${sum}, which ${consistent ? 'matches' : 'does not match'} ` +
  `the ${participants.count} participants.`

/** "Cross-over" is "crossover", and "randomized" is "randomised". */
const foldSpelling = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[\s\u2010-\u2013-]/gu, '')
    .replaceAll(/(?<=[iy])z/gu, 's')

/** How a study was made, a trait each, with the text's words where they are others: "animals (“rats”)". */
export const describeDesign = ({ design = [] }: Pick<Study, 'design'>): readonly string[] =>
  design.map(({ name, passage }) =>
    foldSpelling(passage.quote) === foldSpelling(name) ? name : `${name} (“${passage.quote}”)`,
  )
