import type { AnchoringText, AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'

/** What the window asks of the worker: first the text, once, then any number of lists of passages to find in it. */
export type AnchoringRequest =
  | { readonly kind: 'text'; readonly article: AnchoringText }
  | { readonly kind: 'passages'; readonly request: number; readonly passages: readonly AnchorSelectors[] }

/** A verdict for each passage of a request, in its order. What the worker throws arrives as its `error` event. */
export interface AnchoringAnswer {
  readonly request: number
  readonly verdicts: readonly Verdict[]
}
