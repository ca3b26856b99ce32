/** Where notes want to stand and what room there is, all in CSS pixels. Arrays run in text order and are equally long. */
export interface StackRequest {
  /** Height of each note's passage, from the top of the article. */
  readonly wanted: readonly number[]
  readonly heights: readonly number[]
  /** Least distance between two notes. */
  readonly gap: number
  /** Index of the note that keeps its true place; the others make room for it. */
  readonly focused?: number | undefined
  /** Lower end of the room; notes are pushed up from it as long as none leaves the room at its top. */
  readonly limit?: number | undefined
}

/** Lets each note of a run fall to its wanted place, or to right below the one before it. */
const pushDown = (tops: number[], { heights, gap }: StackRequest, from: number): void => {
  for (let index = from; index < tops.length; index += 1) {
    const floor = (tops[index - 1] ?? -Infinity) + (heights[index - 1] ?? 0) + gap
    tops[index] = Math.max(tops[index] ?? 0, floor)
  }
}

/** Lifts each note above `below`, from there upwards, until it no longer overlaps the next one. */
const pushUp = (tops: number[], { heights, gap }: StackRequest, below: number): void => {
  for (let index = below - 1; index >= 0; index -= 1) {
    const ceiling = (tops[index + 1] ?? Infinity) - gap - (heights[index] ?? 0)
    if ((tops[index] ?? 0) <= ceiling) return
    tops[index] = ceiling
  }
}

/** Moves the last notes up from below the room, then down again if the first would have left it at its top. */
const keepWithin = (tops: number[], request: StackRequest, limit: number): void => {
  const last = tops.length - 1
  const lowest = limit - (request.heights[last] ?? 0)
  if ((tops[last] ?? 0) <= lowest) return
  tops[last] = lowest
  pushUp(tops, request, last)
  if ((tops[0] ?? 0) >= 0) return
  tops[0] = 0
  pushDown(tops, request, 1)
}

/**
 * Tops for notes that stand beside their passages without overlapping. Each stands at its passage or, where the one before
 * needs the room, right below that one; with `focused` given, that note stands exactly at its passage, the ones before it give
 * way upwards and the ones after it downwards. Order is always text order. Linear in the number of notes.
 */
export const stackNotes = (request: StackRequest): number[] => {
  const { wanted, focused, limit } = request
  const tops = [...wanted]
  if (tops.length === 0) return tops
  pushDown(tops, request, 1)
  if (limit !== undefined) keepWithin(tops, request, limit)
  const truePlace = focused === undefined ? undefined : wanted[focused]
  if (focused === undefined || truePlace === undefined) return tops
  tops[focused] = truePlace
  pushUp(tops, request, focused)
  for (let index = focused + 1; index < tops.length; index += 1) tops[index] = wanted[index] ?? 0
  pushDown(tops, request, focused + 1)
  return tops
}

/** The part of the article that is on screen, in CSS pixels from its top. */
interface View {
  readonly top: number
  readonly viewportHeight: number
}

/**
 * `stackNotes` for what is on screen. Where so many notes stand before the view that those of its passages were pushed
 * more than half a view away, the first note of the view keeps its true place instead, as if it had the focus.
 */
export const stackNear = (
  request: Omit<StackRequest, 'focused'>,
  focused: number | undefined,
  view: View,
): number[] => {
  const { wanted } = request
  const bottom = view.top + view.viewportHeight
  const focusIsNear = focused !== undefined && (wanted[focused] ?? -1) >= view.top && (wanted[focused] ?? 0) < bottom
  const tops = stackNotes({ ...request, focused })
  if (focusIsNear) return tops
  const first = wanted.findIndex(place => place >= view.top)
  if (first < 0) return tops
  const drift = Math.abs((tops[first] ?? 0) - (wanted[first] ?? 0))
  return (wanted[first] ?? 0) < bottom && drift > view.viewportHeight / 2
    ? stackNotes({ ...request, focused: first })
    : tops
}
