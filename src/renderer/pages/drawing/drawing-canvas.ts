/** A canvas of pdf.js and what is drawn on it with. */
interface Drawing {
  canvas: OffscreenCanvas | null
  context: OffscreenCanvasRenderingContext2D | null
}

/** What `NoFilterFactory` calls the filter that makes a mask of how light things are. */
const BY_LIGHT = 'pathmark-by-light'

/** How light a colour looks (Rec. 709, as PDF's luminosity masks are drawn elsewhere, too), 0 to 255. */
const lightOf = (red: number, green: number, blue: number): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** A copy of a picture that is as opaque as the picture is light. */
function opaqueByLight(picture: OffscreenCanvas): OffscreenCanvas {
  const { width, height } = picture
  const copy = new OffscreenCanvas(width, height)
  const context = copy.getContext('2d', { willReadFrequently: true })
  if (context === null) return copy
  context.drawImage(picture, 0, 0)
  const pixels = context.getImageData(0, 0, width, height)
  const { data } = pixels
  for (let at = 0; at < data.length; at += 4) {
    const light = lightOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    data[at + 3] = (light * (data[at + 3] ?? 0)) / 255
  }
  context.putImageData(pixels, 0, 0)
  return copy
}

/**
 * Teaches a context the one filter that pages need and canvases outside of a window do not have. pdf.js sets it, draws one mask with it and
 * goes back to what was before.
 */
function teachMasks(context: OffscreenCanvasRenderingContext2D): void {
  let isByLight = false
  const draw = context.drawImage.bind(context) as (...args: readonly unknown[]) => void
  Object.defineProperty(context, 'filter', {
    configurable: true,
    get: () => 'none',
    set: (value: unknown) => {
      isByLight = value === BY_LIGHT
    },
  })
  Object.defineProperty(context, 'drawImage', {
    configurable: true,
    value: (picture: unknown, ...rest: readonly unknown[]) => {
      const masks = isByLight && picture instanceof OffscreenCanvas
      isByLight = false
      draw(masks ? opaqueByLight(picture) : picture, ...rest)
    },
  })
}

/** Makes the canvases that pdf.js asks for while it draws. */
export class DrawingCanvasFactory {
  create(width: number, height: number): Drawing {
    if (width <= 0 || height <= 0) throw new RangeError('A canvas cannot be empty.')
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context !== null) teachMasks(context)
    return { canvas, context }
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas === null) return
    canvas.width = width
    canvas.height = height
  }

  destroy(drawing: Drawing): void {
    if (drawing.canvas !== null) drawing.canvas.width = drawing.canvas.height = 0
    drawing.canvas = null
    drawing.context = null
  }
}

/** pdf.js' filters are elements of a page, which are not there. Masks by light are made in another way; transfer functions are left out. */
export class NoFilterFactory {
  addFilter(): string {
    return 'none'
  }
  addHCMFilter(): string {
    return 'none'
  }
  addAlphaFilter(): string {
    return 'none'
  }
  addLuminosityFilter(): string {
    return BY_LIGHT
  }
  addHighlightHCMFilter(): string {
    return 'none'
  }
  destroy(): void {
    // Nothing is kept.
  }
}
