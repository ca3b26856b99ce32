import type { Annotation } from '../annotation/annotation.ts'
import { citationFieldNames, citationFieldTitles } from '../annotation/citation-record.ts'
import type { CitationRecord } from '../annotation/citation-record.ts'
import type { EditedRecord } from '../annotation/record-edits.ts'
import { singleNames } from '../annotation/single-records.ts'
import type { SingleName, SingleRecords } from '../annotation/single-records.ts'
import type { ReadingPosition } from '../article/document-entry.ts'
import type { CardContent, ReaderCard, ReaderEffect } from '../mechanism/cards/reader-card.ts'
import type { EffectDecision, Statement } from '../mechanism/corrections/effect-decision.ts'
import type { WaitingMark } from '../foreign-marks/waiting-mark.ts'
import type { OwnName } from '../mechanism/corrections/own-name.ts'
import type { DocumentDifference, RecordDifference, RestoreChange, SingleDifferences } from './restore-records.ts'

/** One thing that a record says, at the time of the backup and now; empty where it says nothing. Equal ones are left out of a changed record. */
export interface RestoreField {
  readonly name: string
  readonly was: string
  readonly now: string
}

/** One record that restoring would change, in words. */
export interface RestoreItem {
  readonly kind:
    | 'annotation'
    | 'page-note'
    | 'shelf'
    | 'citation'
    | 'card'
    | 'effect'
    | 'name'
    | 'waiting-mark'
    | 'position'
  readonly change: RestoreChange
  /** What tells it from others of its kind: the marked words, the card's title. */
  readonly label: string
  readonly fields: readonly RestoreField[]
}

interface DocumentRestore {
  readonly id: string
  readonly title: string
  /** The first of them, where a plan was cut short for showing. */
  readonly items: readonly RestoreItem[]
  readonly counts: RestoreCounts
}

/** How many records come back, are changed back, or were made since. */
export type RestoreCounts = Readonly<Record<RestoreChange, number>>

export interface GoneDocument {
  readonly id: string
  readonly title: string
  readonly annotations: number
  readonly inTrash: boolean
}

/** All that restoring a backup would change, in words. */
export interface RestorePlan {
  /** Id of the backup. */
  readonly backup: string
  /** When it was made: ISO 8601, UTC. */
  readonly made: string
  /** Those that would change, in the order of the library. */
  readonly documents: readonly DocumentRestore[]
  /** Names that the reader gave to entities. */
  readonly names: readonly RestoreItem[]
  /** Marks of other programs that wait for their articles; the first of them, where the plan was cut short. */
  readonly waiting: { readonly items: readonly RestoreItem[]; readonly counts: RestoreCounts }
  /** How many documents are as they were. */
  readonly unchanged: number
  /**
   * Documents whose articles are not in the library any more; their notes wait in the backup. One in the trash can be put back, with
   * the notes that it went with.
   */
  readonly gone: readonly GoneDocument[]
  /** Documents that came into the library since; restoring leaves them alone. */
  readonly added: number
  /** What could not be read, a line each; nothing of it is changed. */
  readonly failures: readonly string[]
}

/** How a restoring ended. */
export interface RestoreOutcome {
  /** Documents in which something was changed. */
  readonly documents: number
  /** Records that were given a new version. */
  readonly records: number
  /** What could not be restored, a line each; it is as it was before. */
  readonly failures: readonly string[]
  /** Id of the backup that was made before, by which this can be undone. */
  readonly before: string
}

/** Longer quotes and notes are cut, in characters: this is for looking at, the records themselves are restored whole. */
const LONGEST_LABEL = 200
const LONGEST_VALUE = 2_000

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

type Says = readonly (readonly [name: string, value: string])[]

const compareWords = (was: Says | null, now: Says | null): RestoreField[] => {
  const names = [...new Set([...(was ?? []), ...(now ?? [])].map(([name]) => name))]
  const valueIn = (says: Says | null, name: string): string =>
    cut(says?.find(([said]) => said === name)?.[1] ?? '', LONGEST_VALUE)
  return names
    .map(name => ({ name, was: valueIn(was, name), now: valueIn(now, name) }))
    .filter(field => field.was !== field.now)
}

const describe = <R>(
  kind: RestoreItem['kind'],
  { change, was, now }: RecordDifference<R>,
  labelOf: (record: R) => string,
  wordsOf: (record: R) => Says,
): RestoreItem => {
  const record = now ?? was
  return {
    kind,
    change,
    label: record === null ? '' : cut(labelOf(record), LONGEST_LABEL),
    fields: compareWords(was && wordsOf(was), now && wordsOf(now)),
  }
}

const annotationWords = ({ note, tags, style, color, selectors, keptOrphan, setAside, madeOn }: Annotation): Says => [
  ['Note', note],
  ['Tags', tags.join(', ')],
  ['Look', `${color} ${style}`],
  ['Passage', selectors.quote.exact],
  ['Place', `character ${selectors.position.start}`],
  ['Made on', madeOn ?? ''],
  ['State', setAside !== undefined ? 'set aside' : keptOrphan !== undefined ? 'kept without its passage' : ''],
]

const directions = {
  increases: 'increases',
  decreases: 'decreases',
  converts: 'converts to',
  affects: 'affects',
} as const

const statementWords = ({ agent, direction, target, negated, hedged }: Statement | ReaderEffect): string =>
  `${agent ?? '(nothing named)'} ${directions[direction]} ${target}` +
  `${negated ? ' (negated)' : ''}${hedged ? ' (hedged)' : ''}`

const contentWords = (content: CardContent | undefined): Says =>
  content === undefined
    ? []
    : [
        ['Title', content.title],
        ['Consequence', content.consequence ?? ''],
        ['Effects', content.effects.map(statementWords).join('\n')],
        ['Passage', content.passage.quote],
      ]

const decisions = {
  accepted: 'accepted',
  edited: 'edited',
  rejected: 'rejected',
  added: 'written by you',
  corrected: 'corrected',
}

const cardWords = ({ decision, content }: ReaderCard): Says => [
  ['Decision', decisions[decision]],
  ...contentWords(content),
]

const effectWords = ({ decision, content }: EffectDecision): Says => [
  ['Decision', decisions[decision]],
  ['Corrected to', content === undefined ? '' : statementWords(content)],
]

const nameWords = ({ name, type, synonyms }: OwnName): Says => [
  ['Name', name],
  ['Type', type],
  ['Synonyms', synonyms.join(', ')],
]

const percent = ({ progress }: ReadingPosition): string => `${Math.round(progress * 100)} %`

const startOf = ({ was, now }: RecordDifference<Annotation>): number => (now ?? was)?.selectors.position.start ?? 0

const inTextOrder = (marks: readonly RecordDifference<Annotation>[]): RecordDifference<Annotation>[] =>
  marks.toSorted((a, b) => startOf(a) - startOf(b))

const citationWords = (record: CitationRecord): Says =>
  citationFieldNames.flatMap(name => {
    const value = record[name]
    if (value === undefined) return []
    return [[citationFieldTitles[name], value === null ? '(none)' : Array.isArray(value) ? value.join('; ') : value]]
  })

interface SingleInWords<R> {
  readonly kind: RestoreItem['kind']
  readonly label: string
  readonly words: (record: R) => Says
}

const singleWords: { readonly [Name in SingleName]-?: SingleInWords<NonNullable<SingleRecords[Name]>> } = {
  pageNote: { kind: 'page-note', label: 'Page note', words: ({ value }) => [['Note', value]] },
  shelf: {
    kind: 'shelf',
    label: 'Collections and tags',
    words: ({ collections, tags }) => [
      ['Collections', collections.join(', ')],
      ['Tags', tags.join(', ')],
    ],
  },
  citation: { kind: 'citation', label: 'Citation', words: citationWords },
}

const describeSingle = (name: SingleName, differences: SingleDifferences): RestoreItem[] => {
  const difference: RecordDifference<EditedRecord> | undefined = differences[name]
  if (difference === undefined) return []
  const { kind, label, words } = singleWords[name] as unknown as SingleInWords<EditedRecord>
  return [describe(kind, difference, () => label, words)]
}

/** What restoring would change in one document, in words: the page note, marks, cards, effects, and the reading position. */
export const describeDocument = (difference: DocumentDifference): RestoreItem[] => {
  const { annotations, singles, cards, effectDecisions, position } = difference
  return [
    ...singleNames.flatMap(name => describeSingle(name, singles)),
    ...inTextOrder(annotations).map(mark =>
      describe('annotation', mark, ({ selectors }) => selectors.quote.exact, annotationWords),
    ),
    ...cards.map(card =>
      describe('card', card, ({ content, about }) => content?.title ?? about?.title ?? 'A card', cardWords),
    ),
    ...effectDecisions.map(effect => describe('effect', effect, ({ about }) => statementWords(about), effectWords)),
    ...(position === null
      ? []
      : [
          {
            kind: 'position' as const,
            change: 'changed' as const,
            label: 'Reading position',
            fields: [
              { name: 'Read', was: percent(position.was), now: position.now === null ? '' : percent(position.now) },
            ],
          },
        ]),
  ]
}

/** What restoring would change in the reader's own names. */
export const describeNames = (differences: readonly RecordDifference<OwnName>[]): RestoreItem[] =>
  differences.map(name => describe('name', name, record => record.name, nameWords))

const waitingWords = ({ work, mark }: WaitingMark): Says => [
  ['Article', work.title],
  ['Quote', mark.quote],
  ['Note', mark.note],
  ['Tags', mark.tags.join(', ')],
]

/** What restoring would change in the marks that wait for their articles. */
export const describeWaiting = (differences: readonly RecordDifference<WaitingMark>[]): RestoreItem[] =>
  differences.map(mark =>
    describe(
      'waiting-mark',
      mark,
      ({ work, mark: { quote, note } }) => `${work.title}: ${quote || note}`,
      waitingWords,
    ),
  )

export const countChanges = (items: readonly Pick<RestoreItem, 'change'>[]): RestoreCounts => {
  const counts = { back: 0, changed: 0, newer: 0 }
  for (const { change } of items) counts[change] += 1
  return counts
}

/** The plan with at most so many items of each document: a lost library would be more than anybody looks through. */
export const shortPlan = (plan: RestorePlan, most: number): RestorePlan => ({
  ...plan,
  documents: plan.documents.map(document => ({ ...document, items: document.items.slice(0, most) })),
  waiting: { ...plan.waiting, items: plan.waiting.items.slice(0, most) },
})
