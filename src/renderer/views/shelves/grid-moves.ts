/** How a grid of equal boxes is laid out. */
export interface GridShape {
  readonly count: number
  readonly columns: number
  /** Whole lines that fit into the view. */
  readonly page: number
}

/** The place to which a key leads from `at`; null when it leads nowhere. */
export const placeAfterKey = (key: string, at: number, { count, columns, page }: GridShape): number | null => {
  if (count === 0) return null
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * Math.max(1, page),
    PageDown: columns * Math.max(1, page),
    Home: -at,
    End: count - 1 - at,
    ...(columns > 1 && { ArrowLeft: -1, ArrowRight: 1 }),
  }
  const step = steps[key]
  if (step === undefined) return null
  const to = at + step
  // From the last line down, and from the first one up, there is nothing; a page ends at the edge.
  if (key === 'ArrowDown' && to >= count)
    return Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at
  if (key === 'ArrowUp' && to < 0) return at
  return Math.min(count - 1, Math.max(0, to))
}

/** The lines near the view, first and last, of lines of one height; `margin` lines more on either side. */
export const linesInView = (
  {
    top,
    height,
    line,
    lines,
  }: { readonly top: number; readonly height: number; readonly line: number; readonly lines: number },
  margin: number,
): readonly [number, number] => [
  Math.max(0, Math.floor(top / line) - margin),
  Math.min(lines - 1, Math.ceil((top + height) / line) - 1 + margin),
]
