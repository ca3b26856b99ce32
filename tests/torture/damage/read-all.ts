import { createHash } from 'node:crypto'
import type { OpenLibrary } from '#library/open-library.ts'
import { keyOf } from '../keeping/change.ts'
import type { Change } from '../keeping/change.ts'

/** All that could be read of a library, by key, and a line for each thing that could not. */
export interface ReadLibrary {
  readonly records: ReadonlyMap<string, unknown>
  readonly failures: readonly string[]
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** As `readRecords`, but it goes on past what cannot be read, and reads articles and found mechanisms as well. */
export const readAll = async (library: OpenLibrary): Promise<ReadLibrary> => {
  const changes: Change[] = []
  const others = new Map<string, unknown>()
  const failures: string[] = []
  const names = await library.ownNames()
  if (names.ok) for (const record of names.value) changes.push({ kind: 'name', record })
  else failures.push(names.error.message)
  for (const { id: document, position, title } of library.documents()) {
    others.set(`title ${document}`, title)
    changes.push({ kind: 'position', document, record: position })
    const read = await library.readDocument(document)
    if (read.ok) others.set(`article ${document}`, digest([read.value.article.text, read.value.html]))
    else failures.push(read.error.message)
    const notes = await library.readNotes(document)
    if (notes.ok) {
      for (const record of notes.value.annotations) changes.push({ kind: 'annotation', document, record })
      if (notes.value.pageNote !== null) changes.push({ kind: 'page-note', document, record: notes.value.pageNote })
    } else failures.push(notes.error.message)
    const mechanisms = await library.readMechanisms(document)
    if (mechanisms.ok) {
      for (const record of mechanisms.value.cards) changes.push({ kind: 'card', document, record })
      others.set(`found ${document}`, digest(mechanisms.value.found))
    } else failures.push(mechanisms.error.message)
  }
  const records = [...changes.map(change => [keyOf(change), change.record] as const), ...others]
  return { records: new Map(records), failures }
}
