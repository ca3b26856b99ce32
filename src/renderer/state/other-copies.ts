import { batch } from '@preact/signals-core'
import { sameContent } from '#core/annotation/ordered-json.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { opened } from './article.ts'
import { callBridge, listen } from './bridge.ts'
import { askForMechanisms } from './mechanisms.ts'
import { annotationRecords, citationRecord, pageNoteRecord } from './records.ts'
import { flushSaves, waitingFor } from './saving.ts'

/** What is stored, with what the reader has changed since in place of it. */
const withUnsaved = (
  stored: readonly Annotation[],
  unsaved: ReadonlyMap<string, Annotation> | undefined,
): ReadonlyMap<string, Annotation> =>
  new Map([...stored, ...(unsaved?.values() ?? [])].map(record => [record.id, record] as const))

/**
 * Shows what other copies of the library brought to the article that is open. What the reader has typed goes to the disk
 * before, so that it is united with what came; what is typed meanwhile stays as it is and is united when it is saved.
 */
async function showTakenIn(id: string): Promise<void> {
  if (opened.peek()?.article.id !== id) return
  await flushSaves()
  const result = await callBridge('notes.read', { id })
  const shown = opened.peek()
  if (!result.ok || shown?.article.id !== id) return
  const unsaved = waitingFor(id)
  const records = withUnsaved(result.value.annotations, unsaved?.annotations)
  const pageNote = unsaved?.pageNote ?? result.value.pageNote
  const citation = unsaved?.citation ?? result.value.citation ?? null
  batch(() => {
    if (!sameContent([...records], [...annotationRecords.peek()])) annotationRecords.value = records
    if (!sameContent(pageNote, pageNoteRecord.peek())) pageNoteRecord.value = pageNote
    if (!sameContent(citation, citationRecord.peek())) citationRecord.value = citation
  })
  await askForMechanisms(shown)
}

/**
 * Follows what other copies of the library bring, and has the library look for it when the reader comes back to the
 * window; returns a function that stops.
 */
export function followOtherCopies(): () => void {
  const look = (): void => {
    const id = opened.peek()?.article.id
    // What cannot be read is told by the library itself, as a warning.
    if (id !== undefined) void callBridge('article.refresh', { id })
  }
  window.addEventListener('focus', look)
  const stop = listen('article.taken-in', ({ id }) => void showTakenIn(id))
  return () => {
    window.removeEventListener('focus', look)
    stop()
  }
}
