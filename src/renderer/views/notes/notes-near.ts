import { bisect } from '#core/order/bisect.ts'
import type { Span } from '#core/text/span.ts'

/** Number of the first of `notes`, in text order, whose passage does not start before `offset`. */
function firstFrom(notes: readonly { readonly span: Span }[], offset: number): number {
  return bisect(0, notes.length, at => (notes[at]?.span.start ?? Infinity) < offset)
}

/** Which of `notes`, in text order, have passages that start in a part of the text, and the next one on either side; `to` exclusive. */
export const notesNear = (
  notes: readonly { readonly span: Span }[],
  { start, end }: Span,
): { readonly from: number; readonly to: number } => ({
  from: Math.max(0, firstFrom(notes, start) - 1),
  to: Math.min(notes.length, firstFrom(notes, end) + 1),
})
