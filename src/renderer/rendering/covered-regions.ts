import type { Span } from '#core/text/span.ts'

/** Adds a region to ascending ones that begin no later; touching ones become one. */
function extend(regions: Span[], start: number, end: number): void {
  const last = regions.at(-1)
  if (last === undefined || last.end < start) regions.push({ start, end })
  else if (last.end < end) regions[regions.length - 1] = { start: last.start, end }
}

/** The parts of the text that any of the spans cover, ascending and apart. The spans are sorted by their start. */
export function coveredRegions(spans: readonly Span[]): readonly Span[] {
  const regions: Span[] = []
  for (const { start, end } of spans) extend(regions, start, end)
  return regions
}

/** The parts of the text that two or more of the spans cover, ascending and apart. The spans are sorted by their start. */
export function overlapRegions(spans: readonly Span[]): readonly Span[] {
  const regions: Span[] = []
  // What starts before the farthest end so far lies on the span that ends there.
  let reached = 0
  for (const { start, end } of spans) {
    if (start < reached) extend(regions, start, Math.min(end, reached))
    reached = Math.max(reached, end)
  }
  return regions
}
