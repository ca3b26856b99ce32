import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { Passage } from '#core/text/span.ts'
import { checkFile } from './check-file.ts'
import type { Check } from './check-report.ts'
import { mechanismsFormat } from '../mechanism-files.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import type { Finder } from '../finding/finder.ts'
import { remakeMechanisms } from '../restoring/remake-mechanisms.ts'

const passagesOf = ({ mechanisms, effects, entities, study }: Extraction): Passage[] => [
  ...mechanisms.map(({ passage }) => passage),
  ...effects.flatMap(({ agent, target, trigger }) => (agent === null ? [target, trigger] : [agent, target, trigger])),
  ...entities.flatMap(({ mentions }) => mentions),
  ...(study === null
    ? []
    : [study.participants, ...(study.design ?? []), ...study.groups, ...study.outcomes, ...study.adverseEvents].map(
        ({ passage }) => passage,
      )),
]

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
