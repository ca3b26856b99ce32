import { computed } from '@preact/signals-core'
import { correctedMetadata, correctionsIn, withCorrections } from '#core/annotation/citation-record.ts'
import type { CitationCorrections } from '#core/annotation/citation-record.ts'
import type { ArticleMetadata } from '#core/article/article.ts'
import type { CitationFormat } from '#core/export/citation-format.ts'
import { opened } from './article.ts'
import { callBridge } from './bridge.ts'
import { now } from './clock.ts'
import { perform } from './history.ts'
import { notify } from './notices.ts'
import { citationRecord } from './records.ts'
import { flushSaves } from './saving.ts'

/** What counts of the open article: what its source says, with what the reader corrected; null when none is open. */
export const shownMetadata = computed<ArticleMetadata | null>(() => {
  const article = opened.value?.article
  return article === undefined ? null : correctedMetadata(article.metadata, citationRecord.value)
})

/** What the reader corrected in the open article. */
export const corrections = computed<CitationCorrections>(() => correctionsIn(citationRecord.value))

/** Puts these corrections in the place of all that there were. */
export function correctCitation(wanted: CitationCorrections): void {
  const before = citationRecord.peek()
  const after = withCorrections(before, wanted, now())
  if (after !== null && after !== before) perform({ label: 'Correct the citation', changes: [{ before, after }] })
}

/** Names of the formats as the window says them. */
export const formatTitles: Readonly<Record<CitationFormat, string>> = { bibtex: 'BibTeX', csljson: 'CSL JSON' }

/** Id of the open article, once what waits to be saved is on the disk: its file is written from there. Null when that failed. */
async function savedArticle(): Promise<string | null> {
  const id = opened.peek()?.article.id
  if (id === undefined) return null
  if (await flushSaves()) return id
  notify({ kind: 'failure', text: 'Your corrections are not saved yet, so the citation would lack them. Try again.' })
  return null
}

/** Puts words on the clipboard; true when they are there. */
export async function copyWords(text: string): Promise<boolean> {
  const copied = await callBridge('clipboard.write', { text })
  if (!copied.ok) notify({ kind: 'failure', text: `Nothing was copied. ${copied.error.message}` })
  return copied.ok
}

/** Puts the article's citation on the clipboard as a file of that format has it; true when it is there. */
export async function copyCitation(format: CitationFormat): Promise<boolean> {
  const id = await savedArticle()
  if (id === null) return false
  const written = await callBridge('citation.write', { id, format })
  if (written.ok) return copyWords(written.value)
  notify({ kind: 'failure', text: `Nothing was copied. ${written.error.message}` })
  return false
}

/** Writes the article's citation to a file of the reader's choice; its path, or null when none was written. */
export async function saveCitation(format: CitationFormat): Promise<string | null> {
  const id = await savedArticle()
  if (id === null) return null
  const written = await callBridge('citation.export', { id, format })
  if (written.ok) return written.value
  if (written.error.code !== 'cancelled')
    notify({ kind: 'failure', text: `The citation was not written. ${written.error.message}` })
  return null
}
