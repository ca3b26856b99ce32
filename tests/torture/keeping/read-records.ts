import type { OpenLibrary } from '#library/open-library.ts'
import { keyOf } from './change.ts'
import type { Change } from './change.ts'

/** All that a reader wrote in a library, by key. Throws when something cannot be read. */
export const readRecords = async (library: OpenLibrary): Promise<Map<string, unknown>> => {
  const changes: Change[] = []
  const names = await library.ownNames()
  if (!names.ok) throw new Error(names.error.message)
  for (const record of names.value) changes.push({ kind: 'name', record })
  for (const { id: document, position } of library.documents()) {
    changes.push({ kind: 'position', document, record: position })
    const notes = await library.readNotes(document)
    if (!notes.ok) throw new Error(notes.error.message)
    for (const record of notes.value.annotations) changes.push({ kind: 'annotation', document, record })
    const { pageNote } = notes.value
    if (pageNote !== null) changes.push({ kind: 'page-note', document, record: pageNote })
    const mechanisms = await library.readMechanisms(document)
    if (!mechanisms.ok) throw new Error(mechanisms.error.message)
    for (const record of mechanisms.value.cards) changes.push({ kind: 'card', document, record })
  }
  return new Map(changes.map(change => [keyOf(change), change.record]))
}
