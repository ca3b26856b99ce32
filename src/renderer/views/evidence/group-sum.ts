import type { Study } from '#core/mechanism/mechanism.ts'

/** The groups' counts added up and set against the number of participants. */
export interface GroupSum {
  /** "20 + 13 + 11 + 7 + 7 = 58" */
  readonly sum: string
  readonly agrees: boolean
  /** "equals the 58 participants", or by how much it differs. */
  readonly verdict: string
}

const participants = (count: number): string => (count === 1 ? '1 participant' : `${count} participants`)

/** The sum as a reader can check it; null when the study names no groups. */
export const groupSum = ({
  groups,
  sum,
  participants: { count },
}: Pick<Study, 'groups' | 'sum' | 'participants'>): GroupSum | null => {
  if (groups.length === 0) return null
  const difference = Math.abs(sum - count)
  const agrees = difference === 0
  return {
    sum: groups.length === 1 ? String(sum) : `${groups.map(group => group.count).join(' + ')} = ${sum}`,
    agrees,
    verdict: agrees
      ? `equals the ${participants(count)}`
      : `${difference} ${sum < count ? 'fewer' : 'more'} than the ${participants(count)}`,
  }
}
