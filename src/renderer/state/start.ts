import { lastRead } from '#core/article/last-read.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import type { Result } from '#core/result/result.ts'
import { openArticle, opened, opening, takeInStored } from './article.ts'
import { callBridge } from './bridge.ts'
import { createLibrary, library, loadLibrary, reopenLibrary } from './library.ts'
import { askForMechanisms } from './mechanisms.ts'
import { loadDrafts } from './drafts.ts'
import { resumeWriting, resuming } from './resume-writing.ts'
import { retryNow, takeUnsaved } from './saving.ts'
import { loadSettings, settings } from './settings.ts'

/**
 * Opens the article that was open last, or else the newest one.
 * @param asked the answer to the question for it, when it was asked with the first ones
 */
async function openLastRead(asked?: Promise<Result<OpenedArticle | null>>): Promise<void> {
  // A link that started the program has named an article already.
  if (opening.peek() !== null || opened.peek() !== null) return
  const documents = library.peek()?.documents ?? []
  const last = lastRead(documents, settings.peek().lastDocument)
  if (last !== undefined) await openArticle(last.id, undefined, asked)
}

/** Opens the library and an article of it. */
export async function start(): Promise<void> {
  // Asked all at once: the answers come while the window draws its frame.
  const article = callBridge('article.last', undefined)
  const [after] = await Promise.all([loadDrafts(), loadSettings(), loadLibrary()])
  takeUnsaved()
  resuming.value = after !== null && after.writing !== null
  await openLastRead(article)
  await resumeWriting(after)
}

/** Makes the library that is missing and opens an article of it. */
export async function startAnew(): Promise<void> {
  await createLibrary()
  await openLastRead()
}

/** Tries to get at a library that could only be read; what was marked meanwhile is then saved. */
export async function tryToWrite(): Promise<void> {
  const writable = await reopenLibrary()
  await takeInStored()
  const shown = opened.peek()
  if (shown !== null) await askForMechanisms(shown)
  if (writable) await retryNow()
}

/** Tries again to save what was refused; a library that could only be read is opened again for it. */
export const saveAgain = (): Promise<void> => (library.peek()?.writable === false ? tryToWrite() : retryNow())
