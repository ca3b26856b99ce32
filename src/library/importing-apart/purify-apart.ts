import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { withPurified } from '../importing/with-purified.ts'
import { checkContent } from './check-content.ts'
import { inMebibytes, inSeconds } from './import-limits.ts'
import type { ImportLimits } from './import-limits.ts'
import type { ImportedArticle } from './import-runner.ts'
import type { Purifying, PurifyingFailure } from './purifier-process.ts'

const NOTHING_CHANGED = 'Nothing in the library was changed.'

const ENDED =
  'could not be imported: the process that looks through its content ended, as with content that takes too much memory.'

const why: Readonly<Record<PurifyingFailure, (limits: ImportLimits) => string>> = {
  'too-long': ({ time }) => `took more than ${inSeconds(time)} to look through and was given up.`,
  'too-much': ({ memory }) => `took more than ${inMebibytes(memory)} of memory to look through and was given up.`,
  ended: () => ENDED,
  wrong: () => ENDED,
  cancelled: () => 'was not imported, because the import was cancelled.',
}

/** An article whose content has been checked, with what the purifier leaves of it, checked again where that is another. */
export const purifyApart = async (
  imported: ImportedArticle,
  limits: ImportLimits,
  purify: (html: string) => Promise<Purifying>,
): Promise<Result<ImportedArticle>> => {
  const { fileName } = imported.article.provenance
  const pure = await purify(imported.html)
  if (!pure.ok) {
    const code = pure.failure === 'cancelled' ? 'cancelled' : 'not-readable'
    return fail(code, `${fileName} ${why[pure.failure](limits)} ${NOTHING_CHANGED}`)
  }
  if (pure.html === imported.html) return succeed(imported)
  const purified = withPurified(imported, pure.html)
  const amiss = await checkContent(purified.article, purified.html)
  return amiss === null
    ? succeed(purified)
    : fail(
        'unexpected',
        `${fileName} could not be imported: what was left of it for safety failed its check (${amiss}). ${NOTHING_CHANGED}`,
      )
}
