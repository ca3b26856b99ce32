import type { Span } from '../../text/span.ts'
import type { LexiconIndex } from './index-lexicon.ts'
import { nameOf } from './look-up.ts'
import type { Named, OwnNames } from './look-up.ts'
import { isGeneSymbol } from './symbol-shapes.ts'

/** A name inside a hyphenated word. */
interface Part extends Span {
  readonly named: Named
  readonly known: boolean
}

/** What may follow a name after a hyphen without being part of it: `TNF-induced`, `p53-null`. Sorted. */
const TAIL = new Set(
  (
    'activated activating activation adherent armed associated based bearing binding blocking bound catalysed catalyzed ' +
    'coated conditioned conjugated containing coupled defective deficient deleted dependent depleted deprived derived directed ' +
    'driven effector elicited encoded engineered enriched evoked expressing expression family fed free gated generated high ' +
    'immunoreactive induced inducible inducing infected infiltrating inhibited inhibiting inhibitor inhibitory initiated injected ' +
    'innervated interacting knockout labeled labelled lacking like linked loaded low luciferase mediated mimetic mutant mutated negative neutralising neutralizing ' +
    'null overexpressing positive primed producing promoted promoting reactive regulated regulating related releasing reporter resistant ' +
    'responsive restricted rich secreting selective sensing sensitised sensitive sensitized signaling signalling silenced specific ' +
    'stimulated stimulating suppressed targeted targeting transduced transfected transformed transgenic treated triggered type'
  ).split(' '),
)

/** What may stand before a name: `anti-VEGF`, `phospho-ERK`, `pro-IL-1β`. */
const HEAD =
  /^(?:anti|co|des|exo|extra|hyper|inter|intra|macro|micro|multi|non|oligo|over|p|peri|phospho|poly|post|pre|pro|pseudo|r|rh|semi|sub|super|trans|ultra|un)[-\u2010\u2011]/iu

/** Longer ones are sequences and formulas. */
const LONGEST = 48

const HYPHEN = /[-\u2010\u2011]/gu

const part = (text: string, start: number, end: number, index: LexiconIndex, own: OwnNames): Part | null => {
  const surface = text.slice(start, end)
  const named = nameOf(index, own, surface)
  if (named === null || surface.length < 2) return null
  if (named) return { start, end, named, known: true }
  return isGeneSymbol(surface) ? { start, end, named: { name: surface, type: 'gene-or-protein' }, known: false } : null
}

/**
 * The names inside the hyphenated word `word`, which is no name as a whole: the one before a tail (`TNF` in
 * `TNF-induced`), the one after a prefix (`VEGF` in `anti-VEGF`), or two known ones side by side (`Fas-FADD`).
 */
export const namesInCompound = (text: string, word: Span, index: LexiconIndex, own: OwnNames): Part[] => {
  if (word.end - word.start > LONGEST) return []
  const surface = text.slice(word.start, word.end)
  const prefix = HEAD.exec(surface)?.[0].length ?? 0
  const start = word.start + prefix
  const whole = prefix > 0 ? part(text, start, word.end, index, own) : null
  if (whole?.known) return [whole]
  const hyphens = [...surface.slice(prefix).matchAll(HYPHEN)].map(match => start + match.index)
  for (const at of hyphens.toReversed()) {
    const tail = text.slice(at + 1, word.end)
    const left = part(text, start, at, index, own)
    if (!left) continue
    const right = part(text, at + 1, word.end, index, own)
    if (TAIL.has(tail.toLowerCase()) && !right?.known) return [left]
    if (left.known && right?.known) return [left, right]
  }
  return whole ? [whole] : []
}
