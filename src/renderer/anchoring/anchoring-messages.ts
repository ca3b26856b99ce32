import type { AnchoringText, AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'

/** What the window asks of the worker: first the text and the names, once, then any number of lists of passages to find. */
export type AnchoringRequest =
  | { readonly kind: 'text'; readonly article: AnchoringText; readonly names: readonly WrittenName[] }
  | { readonly kind: 'passages'; readonly request: number; readonly passages: readonly AnchorSelectors[] }

/** A verdict for each passage of a request, in its order. What the worker throws arrives as its `error` event. */
export interface AnchoringAnswer {
  readonly request: number
  readonly verdicts: readonly Verdict[]
}
