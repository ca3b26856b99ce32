import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { drawingsAmong, withoutPictures } from '../importing/drawings/without-drawings.ts'
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
  'not-started': () => 'could not be imported: the process that looks through its content did not start. Try again.',
  'too-long': ({ time }) => `took more than ${inSeconds(time)} to look through and was given up.`,
  'too-much': ({ memory }) => `took more than ${inMebibytes(memory)} of memory to look through and was given up.`,
  ended: () => ENDED,
  wrong: () => ENDED,
  cancelled: () => 'was not imported, because the import was cancelled.',
}

export interface Purify {
  readonly content: (html: string) => Promise<Purifying>
  /** @param time milliseconds that it may take */
  readonly drawing: (drawing: string, time: number) => Promise<Purifying>
}

/**
 * An article whose content has been checked, with what the purifier leaves of it, checked again where that is another. A drawing that it does not leave as
 * it is goes as a whole, and so does one for which there is no time or memory: all drawings together have the time that the content has.
 */
export const purifyApart = async (
  imported: ImportedArticle,
  limits: ImportLimits,
  purify: Purify,
  now: () => number = () => performance.now(),
): Promise<Result<ImportedArticle>> => {
  const { fileName } = imported.article.provenance
  const failed = (failure: PurifyingFailure): Result<never> =>
    fail(
      failure === 'cancelled' ? 'cancelled' : 'not-readable',
      `${fileName} ${why[failure](limits)} ${NOTHING_CHANGED}`,
    )
  const pure = await purify.content(imported.html)
  if (!pure.ok) return failed(pure.failure)
  const amissDrawings = new Set<string>()
  const end = now() + limits.time
  for (const { name, text } of drawingsAmong(imported.assets)) {
    const time = end - now()
    const left = time > 0 ? await purify.drawing(text, time) : null
    if (left?.ok === false && left.failure === 'cancelled') return failed(left.failure)
    if (left?.ok !== true || left.html !== text) amissDrawings.add(name)
  }
  if (pure.html === imported.html && amissDrawings.size === 0) return succeed(imported)
  const purified = withoutPictures(withPurified(imported, pure.html), amissDrawings)
  const amiss = await checkContent(purified.article, purified.html)
  return amiss === null
    ? succeed(purified)
    : fail(
        'unexpected',
        `${fileName} could not be imported: what was left of it for safety failed its check (${amiss}). ${NOTHING_CHANGED}`,
      )
}
