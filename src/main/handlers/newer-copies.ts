import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { NewerCopy } from '#core/bridge/calls.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

/** Files that wait for the reader's word. The window knows them by a token; their paths stay here. */
export interface NewerCopies {
  /** `entry` is the document that the file looks like a copy of. */
  offer(path: string, entry: DocumentEntry): NewerCopy
  pathOf(offer: string): Result<string>
}

export const keepNewerCopies = (): NewerCopies => {
  const paths = new Map<string, string>()
  return {
    offer: (path, { id, title }) => {
      const offer = randomUUID()
      paths.set(offer, path)
      return { offer, fileName: basename(path), id, title }
    },
    pathOf: offer => {
      const path = paths.get(offer)
      return path === undefined
        ? fail('not-found', 'Pathmark does not know this file any more. Import it once more.')
        : succeed(path)
    },
  }
}
