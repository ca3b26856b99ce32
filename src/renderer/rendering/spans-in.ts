import { bisect } from '#core/order/bisect.ts'
import type { Span } from '#core/text/span.ts'

/** Lists that were found to be in order, so that each is looked through once. */
const ordered = new WeakMap<readonly Span[], boolean>()

function inOrder(spans: readonly Span[]): boolean {
  let known = ordered.get(spans)
  if (known === undefined) {
    known = spans.every((span, at) => {
      const before = spans[at - 1]
      return before === undefined || (before.start <= span.start && before.end <= span.end)
    })
    ordered.set(spans, known)
  }
  return known
}

/** The spans that share a character with `part`. Of many hits in order only those near it are looked at. */
export function spansIn(spans: readonly Span[], part: Span): readonly Span[] {
  const inside = (span: Span): boolean => span.start < part.end && span.end > part.start
  if (!inOrder(spans)) return spans.filter(inside)
  let next = bisect(0, spans.length, at => (spans[at]?.end ?? 0) <= part.start)
  const found: Span[] = []
  for (let span = spans[next]; span !== undefined && span.start < part.end; span = spans[++next]) found.push(span)
  return found
}
