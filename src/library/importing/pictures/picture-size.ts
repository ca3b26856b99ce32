import { imageSize } from 'image-size'
import { sizeOfKept } from '../drawings/drawing-size.ts'

/** In pixels, as they are shown. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Pixels of the largest picture that is kept, or of all in one drawing: drawn, it takes four bytes for each. */
export const MOST_PIXELS = 100_000_000

/** EXIF orientations of pictures that lie on their side. */
const LYING = 5

/** Bytes within which a kept drawing says its size. */
const OPENING = 200

/** The size of a picture; null for one that is damaged or too large to be drawn. */
export const pictureSize = (bytes: Uint8Array): PictureSize | null => {
  const drawing = sizeOfKept(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1'))
  if (drawing !== null) return drawing
  let found: ReturnType<typeof imageSize>
  try {
    found = imageSize(bytes)
  } catch {
    // The library knows no other way to say that it is no whole picture.
    return null
  }
  const [width, height] = (found.orientation ?? 1) >= LYING ? [found.height, found.width] : [found.width, found.height]
  return width >= 1 && height >= 1 && width * height <= MOST_PIXELS ? { width, height } : null
}
