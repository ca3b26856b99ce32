import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { extract } from '#core/mechanism/extract.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { readerCardSchema } from '#core/mechanism/reader-card.ts'
import type { Passage } from '#core/text/span.ts'
import { checkFile } from './check-file.ts'
import type { Remade } from './check-file.ts'
import type { Check, Finder } from './check-report.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'
import { mechanismsFormat } from '../library-files.ts'
import type { Mechanisms } from '../library-files.ts'
import { previousPath } from '../store/durable-file.ts'

const passagesOf = ({ mechanisms, effects, entities, study }: Extraction): Passage[] => [
  ...mechanisms.map(({ passage }) => passage),
  ...effects.flatMap(({ agent, target, trigger }) => (agent === null ? [target, trigger] : [agent, target, trigger])),
  ...entities.flatMap(({ mentions }) => mentions),
  ...(study === null
    ? []
    : [study.participants, ...study.groups, ...study.outcomes, ...study.adverseEvents].map(({ passage }) => passage)),
]

/** Finds the mechanisms again, and keeps every change of the reader's that can be read. */
const remakeMechanisms = async (
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

/** Checks the cards of one document. `article` is null when it cannot be read; then cards cannot be found again. */
export const checkMechanisms = (
  check: Check,
  id: string,
  article: Article | null,
  finder: Finder,
): Promise<Mechanisms | null> => {
  const path = `documents/${id}/mechanisms.json`
  return checkFile(check, {
    path,
    format: mechanismsFormat,
    judge: ({ found }) =>
      article === null || passagesOf(found).every(({ start, end, quote }) => article.text.slice(start, end) === quote)
        ? null
        : "its passages are not those of the article's text",
    remake: async hadPrevious =>
      article === null ? null : remakeMechanisms(join(check.folder, path), article, hadPrevious, finder),
  })
}
