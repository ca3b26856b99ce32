import { openArticle } from './article.ts'
import { library, loadLibrary } from './library.ts'
import { loadSettings, settings } from './settings.ts'

/** Opens the library and the article that was open last, or else the newest one. */
export async function start(): Promise<void> {
  await Promise.all([loadSettings(), loadLibrary()])
  const documents = library.peek()?.documents ?? []
  const last = documents.find(entry => entry.id === settings.peek().lastDocument) ?? documents.at(-1)
  if (last !== undefined) await openArticle(last.id)
}
