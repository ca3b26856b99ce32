/** CSS pixels of the letters that texts are measured in; widths grow in proportion. */
const MEASURED_SIZE = 100

/** What the invisible letters over a page are set in: most documents are nearer to one of the two. */
const layerFonts = ['serif', 'sans-serif'] as const
export type LayerFont = (typeof layerFonts)[number]

let contexts: Readonly<Record<LayerFont, CanvasRenderingContext2D | null>> | null = null

function contextOf(font: LayerFont): CanvasRenderingContext2D | null {
  if (contexts === null) {
    const make = (family: LayerFont): CanvasRenderingContext2D | null => {
      const context = document.createElement('canvas').getContext('2d')
      if (context !== null) context.font = `${MEASURED_SIZE}px ${family}`
      return context
    }
    contexts = { serif: make('serif'), 'sans-serif': make('sans-serif') }
  }
  return contexts[font]
}

/** Width of a text in parts of its letters' size; 0 where nothing can be measured. */
export const widthOf = (text: string, font: LayerFont): number =>
  (contextOf(font)?.measureText(text).width ?? 0) / MEASURED_SIZE

/**
 * The font in which texts come out with nearly the same stretch everywhere: in it letters stand nearest to where the page has them.
 * @param texts with their widths in parts of the letters' size
 */
export function fittingFont(
  texts: readonly { readonly text: string; readonly width: number }[],
  measure: (text: string, font: LayerFont) => number = widthOf,
): LayerFont {
  const spreadOf = (font: LayerFont): number => {
    const stretches = texts.flatMap(({ text, width }) => {
      const natural = measure(text, font)
      return natural > 0 && width > 0 ? [Math.log(width / natural)] : []
    })
    const mean = stretches.reduce((sum, value) => sum + value, 0) / Math.max(1, stretches.length)
    return stretches.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  }
  return spreadOf('serif') <= spreadOf('sans-serif') ? 'serif' : 'sans-serif'
}
