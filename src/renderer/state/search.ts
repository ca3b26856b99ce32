import { batch, signal } from '@preact/signals-core'
import type { FoundDocument, SearchAnswer, SearchHit } from '#core/search/search-answer.ts'
import { counted } from '../components/counted.ts'
import { goToStatement } from './across-visit.ts'
import { acrossShown } from './across.ts'
import { announce } from './announce.ts'
import { openArticle } from './article.ts'
import { callBridge, listen } from './bridge.ts'
import { closeDrawer, narrow, showSidebar } from './panels.ts'
import { flushSaves } from './saving.ts'
import { shelvesShown } from './shelves-shown.ts'

/** Documents of one answer, and hits of each, that are shown at first. */
const DOCUMENTS = 30
const HITS = 3
/** Hits of one document that are shown when more are wanted. */
const MORE_HITS = 50

/** What is looked for, as it was typed; it stays when the search is closed. */
export const searchTyped = signal('')
/** The answer to it; the last one stays on screen until the next is there. Null when nothing is looked for. */
export const searchAnswer = signal<SearchAnswer | null>(null)
/** How far the index is from being up to date: null when it is, or when that takes no time worth telling. */
export const searchProgress = signal<{ readonly done: number; readonly total: number } | null>(null)
/** Whether the index is being looked at: what is not found may be there all the same. */
export const searchPreparing = signal(false)
/** Why there is no answer, in a line. */
export const searchFailure = signal<string | null>(null)
/** What the index lacks because another program has it, in a line; null when it lacks nothing. */
export const searchRemark = signal<string | null>(null)
/** Titles of the documents that a damaged file keeps from being searched as a whole. */
export const searchUnreadable = signal<readonly string[]>([])

/** Says of how many documents not all could be searched. */
export const notWholeLine = (count: number): string =>
  `${counted(count, 'article', 'articles')} could not be searched as a whole`

/** Only the answer to the last question counts. */
let turn = 0
let listening = false

async function ask(): Promise<void> {
  turn += 1
  const mine = turn
  const typed = searchTyped.peek()
  if (typed.trim() === '') {
    searchAnswer.value = null
    return
  }
  const result = await callBridge('search.ask', { typed, document: null, documents: DOCUMENTS, hits: HITS })
  if (mine !== turn) return
  batch(() => {
    searchFailure.value = result.ok ? null : result.error.message
    if (result.ok) searchAnswer.value = result.value
  })
}

/** Looks for something else. */
export function searchFor(typed: string): void {
  searchTyped.value = typed.slice(0, 500)
  void ask()
}

const missingLine = (missing: number): string =>
  `Another program keeps the search index and has ${missing} changed ${missing === 1 ? 'article' : 'articles'} still before it.`

/** Brings the index up to date and asks once more; what was looked for the last time is there until then. */
export async function beginSearch(): Promise<void> {
  followIndex()
  searchPreparing.value = true
  void ask()
  // What was just written counts; what the disk refuses is told elsewhere.
  await flushSaves()
  const begun = await callBridge('search.begin', undefined)
  batch(() => {
    searchPreparing.value = false
    searchProgress.value = null
    if (!begun.ok) searchFailure.value = begun.error.message
    else {
      searchRemark.value = begun.value.missing > 0 ? missingLine(begun.value.missing) : null
      searchUnreadable.value = begun.value.unreadable
    }
  })
  if (begun.ok && begun.value.unreadable.length > 0) announce(notWholeLine(begun.value.unreadable.length))
  if (begun.ok) await ask()
}

/** Follows how far the index is, and what becomes of it. */
function followIndex(): void {
  if (listening) return
  listening = true
  listen('search.progress', progress => {
    searchProgress.value = progress.done < progress.total ? progress : null
  })
  listen('search.changed', () => void ask())
}

/** Shows more hits of one document. */
export async function searchWithin(id: string): Promise<void> {
  const typed = searchTyped.peek()
  const result = await callBridge('search.ask', { typed, document: id, documents: 1, hits: MORE_HITS })
  const answer = searchAnswer.peek()
  if (typed !== searchTyped.peek() || answer === null) return
  if (!result.ok) {
    searchFailure.value = result.error.message
    return
  }
  const [found] = result.value.documents
  if (found === undefined) return
  const all: FoundDocument = { ...found, more: false }
  searchAnswer.value = {
    ...answer,
    documents: answer.documents.map(document => (document.id === id ? all : document)),
  }
}

/** Opens an article at a hit, with its passage lit; one that stands nowhere in the text shows where it is kept. */
export async function openHit(id: string, { place, passage }: SearchHit): Promise<void> {
  closeDrawer()
  acrossShown.value = false
  shelvesShown.value = false
  if (passage === null) await openArticle(id)
  else await goToStatement({ document: id, passage, lost: false })
  if (narrow.peek()) return
  if (place === 'note') showSidebar('notes')
  else if (place === 'mechanism') showSidebar('mechanisms')
}
