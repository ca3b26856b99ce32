import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { NewerCopy } from '#core/bridge/calls.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { ImportItem } from '#library/import-many.ts'

/** Files that wait for the reader's word. The window knows them by a token; their paths stay here. */
export interface NewerCopies {
  /** `entry` is the document that the file looks like a copy of. */
  offer(item: ImportItem, entry: DocumentEntry): NewerCopy
  itemOf(offer: string): Result<ImportItem>
}

export const keepNewerCopies = (): NewerCopies => {
  const items = new Map<string, ImportItem>()
  return {
    offer: (item, { id, title }) => {
      const offer = randomUUID()
      items.set(offer, item)
      return { offer, fileName: basename(item.name), id, title }
    },
    itemOf: offer => {
      const item = items.get(offer)
      return item === undefined
        ? fail('not-found', 'Pathmark does not know this file any more. Import it once more.')
        : succeed(item)
    },
  }
}
