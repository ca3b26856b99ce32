import type { BackupSummary } from '#core/bridge/backups.ts'
import type { RestoreCounts, RestoreItem } from '#core/revision/restore-plan.ts'
import { counted } from '../../components/counted.ts'

const DAY_MS = 86_400_000

const startOfDay = (time: Date): number => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()

/** How many midnights of the reader's own clock lie between two times. */
const daysBetween = (then: Date, now: Date): number => Math.round((startOfDay(now) - startOfDay(then)) / DAY_MS)

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** The day of a backup as people say it: Today, Yesterday, Tuesday, 3 November. */
export const dayInWords = (made: string, now: Date): string => {
  const then = new Date(made)
  const days = daysBetween(then, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return weekday.format(then)
  return (then.getFullYear() === now.getFullYear() ? dayOfYear : dayAndYear).format(then)
}

export const clockTime = (made: string): string => clock.format(new Date(made))

const reasons: Readonly<Record<BackupSummary['reason'], string | null>> = {
  'by-itself': null,
  asked: 'You asked for it',
  'new-format': 'Before the change to a new format',
  restore: 'Before a restore',
  repair: 'Before a repair',
}

export const reasonInWords = (reason: BackupSummary['reason']): string | null => reasons[reason]

/** What a backup holds: `12 articles, 48 marks`. */
export const contentInWords = ({ documents, annotations }: BackupSummary): string =>
  `${counted(documents, 'article', 'articles')}, ${counted(annotations, 'mark', 'marks')}`

/** What would happen, in a few words: `2 come back, 1 changes back, 3 made since`. */
export const countsInWords = ({ back, changed, newer }: RestoreCounts, removesNewer: boolean): string =>
  [
    ...(back === 0 ? [] : [`${back} ${back === 1 ? 'comes' : 'come'} back`]),
    ...(changed === 0 ? [] : [`${changed} ${changed === 1 ? 'changes' : 'change'} back`]),
    ...(newer === 0 ? [] : [`${newer} made since${removesNewer ? ', to be removed' : ', kept'}`]),
  ].join(' · ')

const kinds: Readonly<Record<RestoreItem['kind'], string>> = {
  annotation: 'Mark',
  'page-note': 'Page note',
  shelf: 'Collections and tags',
  citation: 'Citation',
  card: 'Card',
  effect: 'Effect',
  name: 'Name',
  'waiting-mark': 'Waiting mark',
  position: 'Reading position',
}

export const kindInWords = (kind: RestoreItem['kind']): string => kinds[kind]

/** What becomes of one record, as a label beside it. */
export const changeInWords = (change: RestoreItem['change'], removesNewer: boolean): string => {
  switch (change) {
    case 'back':
      return 'Comes back'
    case 'changed':
      return 'Changes back'
    case 'newer':
      return removesNewer ? 'Is removed' : 'Made since, stays'
  }
}

export const addCounts = (all: readonly RestoreCounts[]): RestoreCounts =>
  all.reduce(
    (sum, { back, changed, newer }) => ({
      back: sum.back + back,
      changed: sum.changed + changed,
      newer: sum.newer + newer,
    }),
    { back: 0, changed: 0, newer: 0 },
  )
