import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringOptions, AnchoringText, AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { passagesInASlice } from './anchoring-time.ts'

/** Lets the window answer keys and pointer and draw a frame. */
const breathe = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** A verdict for each of `passages`, found in the window itself with a pause after each slice. */
export async function anchorInSlices(
  article: AnchoringText,
  passages: readonly AnchorSelectors[],
  options: AnchoringOptions,
  isWanted: () => boolean,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  const size = passagesInASlice(article.text.length)
  for (let from = 0; from < passages.length && isWanted(); from += size) {
    verdicts.push(...anchorAll(article, passages.slice(from, from + size), options))
    await breathe()
  }
  return verdicts
}
