import type { Article } from '#core/article/article.ts'
import { readerCardSchema } from '#core/mechanism/cards/reader-card.ts'
import { effectDecisionSchema } from '#core/mechanism/corrections/effect-decision.ts'
import type { Finder } from '../finding/finder.ts'
import type { Remade } from '../store/find-replacement.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import { FORMAT } from '../library-files.ts'
import { previousPath } from '../store/durable-file.ts'

/** Finds the mechanisms again, and keeps every change of the reader's that can be read. Null when they cannot be found. */
export const remakeMechanisms = async (
  path: string,
  article: Article,
  hadPrevious: boolean,
  finder: Finder,
): Promise<Remade<Mechanisms> | null> => {
  const found = await finder.find(article)
  if (!found.ok) return null
  const fields = (await readFields(path)) ?? (await readFields(previousPath(path)))
  const cards = salvageRecords(fields?.['cards'] ?? [], readerCardSchema)
  const decisions = salvageRecords(fields?.['effectDecisions'] ?? [], effectDecisionSchema)
  // A file that was written once, when its article was imported, has no earlier version and held no changes yet.
  const lost = cards.losing || decisions.losing || (fields === null && hadPrevious)
  return {
    value: {
      format: FORMAT,
      ...found.value,
      cards: [...cards.kept],
      ...(decisions.kept.length > 0 && { effectDecisions: [...decisions.kept] }),
    },
    how: `the mechanisms were found again in the text${lost ? ', but changes made to cards may be lost' : ''}`,
    losing: lost,
  }
}
