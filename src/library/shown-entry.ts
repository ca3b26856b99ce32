import { correctedPublisher, correctionsIn } from '#core/annotation/citation-record.ts'
import type { CitationRecord } from '#core/annotation/citation-record.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { divideName, keptNames } from '#core/article/person-name.ts'

/** What a line of the index repeats of the reader's corrections; undefined for nothing. */
export const correctedInEntry = (record: CitationRecord | null): DocumentEntry['corrected'] => {
  const corrections = correctionsIn(record)
  const { title, authors, published, key } = corrections
  const publisher = correctedPublisher(corrections)
  const corrected = {
    ...(title !== undefined && { title }),
    ...(authors !== undefined && { authors }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(key !== undefined && { key }),
  }
  return Object.keys(corrected).length === 0 ? undefined : corrected
}

/** A line of the index as it is shown: with what the reader corrected in the place of what the source says. */
const shownEntry = (entry: DocumentEntry): DocumentEntry => {
  if (entry.corrected === undefined) return entry
  const { title, authors, publisher, published } = entry.corrected
  const { publisher: saidPublisher, published: saidPublished, ...rest } = entry
  const shown = {
    publisher: publisher === undefined ? saidPublisher : (publisher ?? undefined),
    published: published === undefined ? saidPublished : (published ?? undefined),
  }
  return {
    ...rest,
    ...(title !== undefined && { title }),
    ...(authors !== undefined && { authors: keptNames(authors.map(divideName)).authors }),
    ...(shown.publisher !== undefined && { publisher: shown.publisher }),
    ...(shown.published !== undefined && { published: shown.published }),
  }
}

/** Lists that were asked for, with what is shown of them: one list while the index stays the same. */
const shownLists = new WeakMap<readonly DocumentEntry[], readonly DocumentEntry[]>()

/** As `shownEntry` for all lines; the list itself when nothing was corrected. */
export const shownEntries = (entries: readonly DocumentEntry[]): readonly DocumentEntry[] => {
  const known = shownLists.get(entries)
  if (known !== undefined) return known
  const shown = entries.some(({ corrected }) => corrected !== undefined) ? entries.map(shownEntry) : entries
  shownLists.set(entries, shown)
  return shown
}
