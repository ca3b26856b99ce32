import type { Settings } from '#core/bridge/settings.ts'
import type { PageSize } from '#core/article/page-layout.ts'

export type PageZoom = Settings['pageZoom']

/** CSS pixels a point where a page has the size that it has on paper. */
export const PAPER_SCALE = 96 / 72

/** The sizes that plus and minus step through, as shares of the size on paper. */
const STEPS = [0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]
/** What `settingsSchema` takes, in CSS pixels a point. */
const LEAST = 0.25
const MOST = 6
/** Larger than this a page is not made to fill a wide window. */
const WIDEST = 2.4

const within = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale))

/** CSS pixels a point for a view that is `width` to `height` CSS pixels large; pages of other sizes keep their proportion. */
export function scaleFor(
  zoom: PageZoom,
  sizes: readonly PageSize[],
  view: { readonly width: number; readonly height: number },
): number {
  if (typeof zoom === 'number') return within(zoom)
  const widest = Math.max(1, ...sizes.map(({ width }) => width))
  const tallest = Math.max(1, ...sizes.map(({ height }) => height))
  const wide = view.width / widest
  return within(Math.min(WIDEST, zoom === 'width' ? wide : Math.min(wide, view.height / tallest)))
}

/** The next larger (1) or smaller (-1) step from a scale. */
export function stepZoom(scale: number, by: 1 | -1): number {
  const share = scale / PAPER_SCALE
  const next = by === 1 ? STEPS.find(step => step > share * 1.01) : STEPS.findLast(step => step < share * 0.99)
  return within((next ?? share) * PAPER_SCALE)
}

/** A scale as it was turned by a wheel or by two fingers; `turn` as `WheelEvent.deltaY` has it, in CSS pixels. */
export const turnZoom = (scale: number, turn: number): number => within(scale * Math.exp(-turn / 300))

/** As the bar shows it: `125%` of the size on paper. */
export const zoomInWords = (scale: number): string => `${Math.round((scale / PAPER_SCALE) * 100)}%`
