import type { Span } from '#core/text/span.ts'

/** The parts of the text that two or more of the spans cover, ascending and apart. A sweep over the edges: O(n log n). */
export function overlapRegions(spans: readonly Span[]): readonly Span[] {
  const starts = spans.map(span => span.start).toSorted((a, b) => a - b)
  const ends = spans.map(span => span.end).toSorted((a, b) => a - b)
  const regions: Span[] = []
  let depth = 0
  let regionStart = 0
  let next = 0
  for (const end of ends) {
    for (let start = starts[next]; start !== undefined && start < end; start = starts[++next]) {
      depth += 1
      if (depth === 2) regionStart = start
    }
    depth -= 1
    if (depth !== 1 || regionStart >= end) continue
    const last = regions.at(-1)
    if (last !== undefined && last.end === regionStart) regions[regions.length - 1] = { start: last.start, end }
    else regions.push({ start: regionStart, end })
  }
  return regions
}
