import type { Chunk } from '../words/chunk-units.ts'
import { readSubject } from './read-subject.ts'
import type { Subject } from './read-subject.ts'
import { subjectIndex } from './subject-index.ts'

/** The subject of the verb at `at`, read up to the verb when it stands before it; null when the verb has none. */
export const subjectOf = (text: string, chunks: readonly Chunk[], at: number): Subject | null => {
  const index = subjectIndex(chunks, at)
  return index === null ? null : readSubject(text, chunks, index, index < at ? at : -1)
}
