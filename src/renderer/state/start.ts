import { openArticle, opened, opening, takeInStored } from './article.ts'
import { createLibrary, library, loadLibrary, reopenLibrary } from './library.ts'
import { retryNow } from './saving.ts'
import { loadSettings, settings } from './settings.ts'

/** Opens the article that was open last, or else the newest one. */
async function openLastRead(): Promise<void> {
  // A link that started the program has named an article already.
  if (opening.peek() !== null || opened.peek() !== null) return
  const documents = library.peek()?.documents ?? []
  const last = documents.find(entry => entry.id === settings.peek().lastDocument) ?? documents.at(-1)
  if (last !== undefined) await openArticle(last.id)
}

/** Opens the library and an article of it. */
export async function start(): Promise<void> {
  await Promise.all([loadSettings(), loadLibrary()])
  await openLastRead()
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
  if (writable) await retryNow()
}

/** Tries again to save what was refused; a library that could only be read is opened again for it. */
export const saveAgain = (): Promise<void> => (library.peek()?.writable === false ? tryToWrite() : retryNow())
