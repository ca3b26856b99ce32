/** The two panels beside the article. */
export type PanelName = 'navigation' | 'sidebar'

/** Widths in CSS pixels. `share` is how much of the window a panel may take: of the narrowest wide window a third is left to read in. */
const shapes = {
  navigation: { min: 200, share: 0.26, usual: () => 260 },
  sidebar: { min: 300, share: 0.4, usual: (windowWidth: number) => Math.min(460, Math.max(350, windowWidth * 0.29)) },
} as const satisfies Record<PanelName, unknown>

export interface PanelWidth {
  readonly min: number
  readonly max: number
  /** The width as it is now: what was chosen, or the usual one, within the limits of this window. */
  readonly now: number
}

/**
 * How wide a panel stands in a window, in whole CSS pixels.
 * @param chosen by the reader; null for the usual width, which goes with the window
 */
export function panelWidth(panel: PanelName, chosen: number | null, windowWidth: number): PanelWidth {
  const { min, share, usual } = shapes[panel]
  const max = Math.max(min, Math.round(windowWidth * share))
  return { min, max, now: Math.round(Math.min(max, Math.max(min, chosen ?? usual(windowWidth)))) }
}
