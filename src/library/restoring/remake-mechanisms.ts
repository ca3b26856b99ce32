import type { Article } from '#core/article/article.ts'
import { extract } from '#core/mechanism/extract.ts'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import type { Finder } from './finder.ts'
import type { Remade } from './remade.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'
import type { Mechanisms } from '../library-files.ts'
import { previousPath } from '../store/durable-file.ts'

/** Finds the mechanisms again, and keeps every change of the reader's that can be read. Null without a lexicon. */
export const remakeMechanisms = async (
  path: string,
  article: Article,
  hadPrevious: boolean,
  finder: Finder,
): Promise<Remade<Mechanisms> | null> => {
  const lexicon = await finder.lexicon()
  if (!lexicon.ok) return null
  const fields = (await readFields(path)) ?? (await readFields(previousPath(path)))
  const { kept, losing } = salvageRecords(fields?.['cards'] ?? [], readerCardSchema)
  // A file that was written once, when its article was imported, has no earlier version and held no changes yet.
  const lost = losing || (fields === null && hadPrevious)
  return {
    value: { format: 1, extractor: finder.program, found: extract(article, lexicon.value), cards: [...kept] },
    how: `the mechanisms were found again in the text${lost ? ', but changes made to cards may be lost' : ''}`,
    losing: lost,
  }
}
