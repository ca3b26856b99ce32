import { readFile } from 'node:fs/promises'
import { systemCode } from '../store/disk-failure.ts'
import type { FileFormat } from '../store/file-format.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { parseJournal } from '../store/journal-file.ts'

/** What a file is that may be a copy which a sync program made: one that can be used, or why it cannot, in one clause. */
export type ReadCopy<T> = { readonly value: T } | { readonly why: string }

/** Reads a file that looks like a copy of a file of this format. */
export const readFileCopy = async <T>(path: string, format: FileFormat<T>): Promise<ReadCopy<T>> => {
  const file = await inspectFile(path, format)
  switch (file.state) {
    case 'good':
      return { value: file.value }
    case 'missing':
      return { why: 'it is gone again' }
    case 'damaged':
      return { why: `it is damaged (${file.problem})` }
    case 'too-new':
      return { why: 'a newer version of Pathmark wrote it; update Pathmark to take it in' }
    case 'unreadable':
      return { why: file.failure.message }
  }
}

/** Reads a file that looks like a copy of the journal beside a file of this format; what it says is put into `ours`. */
export const readJournalCopy = async <T>(path: string, { journal }: FileFormat<T>, ours: T): Promise<ReadCopy<T>> => {
  if (!journal) return { why: 'it belongs to no file of this version of Pathmark' }
  try {
    const { lines, garbled } = parseJournal(await readFile(path), journal)
    if (lines.length === 0) return { why: 'no line of it can be read' }
    if (garbled > 0) return { why: `${garbled === 1 ? 'a line' : `${garbled} lines`} of it cannot be read` }
    return { value: journal.replay(ours, lines) }
  } catch (error) {
    if (systemCode(error) === null) throw error
    return { why: 'it cannot be read' }
  }
}
