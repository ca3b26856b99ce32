import { signal } from '@preact/signals-core'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { CitationRecord } from '#core/annotation/citation-record.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import type { Result } from '#core/result/result.ts'
import { callBridge } from './bridge.ts'
import { isAnnotation, isCard, isEffectDecision, isPageNote } from './records.ts'
import type { StoredRecord } from './records.ts'
import { keepUnsaved, forgetUnsaved, unsavedRecords } from './unsaved-records.ts'

/** How the reader's work stands: on the disk, on its way, or refused (then `message` says why and what to do). */
export interface SavingState {
  readonly status: 'saved' | 'saving' | 'failed'
  readonly message: string
  /** Records that are not on the disk yet. */
  readonly waiting: number
}

export const saving = signal<SavingState>({ status: 'saved', message: '', waiting: 0 })

/** First and longest pause before a refused save is tried again, in milliseconds; it doubles in between. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000

/** What waits to be saved for one document. A record stays until a save that held this very version was acknowledged. */
interface Waiting {
  readonly annotations: Map<string, Annotation>
  readonly cards: Map<string, ReaderCard>
  readonly effectDecisions: Map<string, EffectDecision>
  pageNote: PageNote | null
  citation: CitationRecord | null
}

const waiting = new Map<string, Waiting>()
let running: Promise<void> | null = null
let retryTimer: ReturnType<typeof setTimeout> | null = null
let pause = FIRST_PAUSE

const countOf = (entry: Waiting): number =>
  entry.annotations.size +
  entry.cards.size +
  entry.effectDecisions.size +
  [entry.pageNote, entry.citation].filter(record => record !== null).length
const countWaiting = (): number => [...waiting.values()].reduce((sum, entry) => sum + countOf(entry), 0)

const show = (status: SavingState['status'], message = ''): void => {
  saving.value = { status, message, waiting: countWaiting() }
}

/** Takes out of `map` what is still as it was when it was sent. */
const settle = <T>(map: Map<string, T>, sent: ReadonlyMap<string, T>): void => {
  for (const [id, record] of sent) if (map.get(id) === record) map.delete(id)
}

async function saveDocument(id: string, entry: Waiting): Promise<Result<null>> {
  if (entry.annotations.size > 0 || entry.pageNote !== null || entry.citation !== null) {
    const annotations = new Map(entry.annotations)
    const { pageNote, citation } = entry
    const result = await callBridge('notes.save', { id, annotations: [...annotations.values()], pageNote, citation })
    if (!result.ok) return result
    settle(entry.annotations, annotations)
    if (entry.pageNote === pageNote) entry.pageNote = null
    if (entry.citation === citation) entry.citation = null
  }
  if (entry.cards.size + entry.effectDecisions.size > 0) {
    const cards = new Map(entry.cards)
    const decisions = new Map(entry.effectDecisions)
    const result = await callBridge('cards.save', {
      id,
      cards: [...cards.values()],
      effectDecisions: [...decisions.values()],
    })
    if (!result.ok) return result
    settle(entry.cards, cards)
    settle(entry.effectDecisions, decisions)
  }
  return { ok: true, value: null }
}

async function saveAll(): Promise<void> {
  let failure: string | null = null
  // What is refused for one document need not be for the next.
  const refused = new Set<string>()
  let next = nextWaiting(refused)
  while (next !== null) {
    // While the disk refuses, that stays on screen, however often it is tried.
    if (saving.peek().status !== 'failed') show('saving')
    const { id, entry } = next
    const result = await saveDocument(id, entry)
    if (result.ok) {
      if (countOf(entry) === 0) forgetUnsaved(id)
    } else {
      failure = result.error.message
      refused.add(id)
      keepUnsaved(waiting)
      show('failed', failure)
    }
    next = nextWaiting(refused)
  }
  if (failure === null) {
    pause = FIRST_PAUSE
    show('saved')
    return
  }
  show('failed', failure)
  retryTimer = setTimeout(() => {
    pause = Math.min(pause * 2, LONGEST_PAUSE)
    void start()
  }, pause)
}

function nextWaiting(refused: ReadonlySet<string>): { readonly id: string; readonly entry: Waiting } | null {
  for (const [id, entry] of waiting) {
    if (refused.has(id)) continue
    if (countOf(entry) > 0) return { id, entry }
    waiting.delete(id)
  }
  return null
}

function start(): Promise<void> {
  if (retryTimer !== null) clearTimeout(retryTimer)
  retryTimer = null
  running ??= saveAll().finally(() => {
    running = null
  })
  return running
}

/** Has a record saved. Changes that come while a save is on its way go together with the next one. */
export function queueSave(document: string, record: StoredRecord): void {
  const entry = waiting.get(document) ?? {
    annotations: new Map(),
    cards: new Map(),
    effectDecisions: new Map(),
    pageNote: null,
    citation: null,
  }
  waiting.set(document, entry)
  if (isAnnotation(record)) entry.annotations.set(record.id, record)
  else if (isCard(record)) entry.cards.set(record.id, record)
  else if (isEffectDecision(record)) entry.effectDecisions.set(record.id, record)
  else if (isPageNote(record)) entry.pageNote = record
  else entry.citation = record
  // Where the disk refused, the reader's next change is as good a moment to try again as any.
  void start()
  if (saving.peek().status === 'failed') show('failed', saving.peek().message)
}

/** Queues what the disk refused before this page was loaded. Once, when the drafts have come. */
export function takeUnsaved(): void {
  for (const [document, record] of unsavedRecords()) queueSave(document, record)
}

/** What is not on the disk yet for a document; a document that is opened again starts from it. */
export const waitingFor = (document: string): Readonly<Waiting> | null => waiting.get(document) ?? null

/** Ids of the documents for which something waits. */
export const documentsWaiting = (): readonly string[] =>
  [...waiting].filter(([, entry]) => countOf(entry) > 0).map(([id]) => id)

/** Tries again at once what was refused. */
export const retryNow = (): Promise<void> => start()

/** Saves all that waits; true when nothing is left. */
export async function flushSaves(): Promise<boolean> {
  await start()
  if (saving.peek().status !== 'failed' && countWaiting() > 0) await start()
  return countWaiting() === 0
}
