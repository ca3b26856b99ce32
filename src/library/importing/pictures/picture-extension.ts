import type { PictureExtension } from '#core/article/asset.ts'
import { drawingIn } from '../drawings/check-drawing.ts'
import { extensionByStart } from './media-kinds.ts'

/** The kind of a picture that may be kept as it is, as what its name ends with; null for anything else. */
export const pictureExtension = (bytes: Uint8Array): PictureExtension | null => {
  const extension = extensionByStart(bytes)
  return extension === 'svg' && drawingIn(bytes) === null ? null : extension
}
