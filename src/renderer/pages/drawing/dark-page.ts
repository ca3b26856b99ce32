/** Four numbers of a box on a picture, as shares of its width and height. */
export interface PictureBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Pictures that take more of a page than this are the page itself, as of a scan: they are darkened with it. */
const WHOLE_PAGE = 0.7

/** The boxes of a page's pictures, from three corners each as pdf.js tells them: x and y of each as shares of the page. */
export function pictureBoxes(corners: ArrayLike<number>): readonly PictureBox[] {
  const boxes: PictureBox[] = []
  for (let at = 0; at + 5 < corners.length; at += 6) {
    const given = Array.from({ length: 6 }, (_, index) => corners[at + index] ?? 0)
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = given
    // The fourth corner of the parallelogram.
    const xs = [ax, bx, cx, bx + cx - ax]
    const ys = [ay, by, cy, by + cy - ay]
    const within = (value: number): number => Math.min(1, Math.max(0, value))
    const box = {
      left: within(Math.min(...xs)),
      right: within(Math.max(...xs)),
      top: within(Math.min(...ys)),
      bottom: within(Math.max(...ys)),
    }
    if ((box.right - box.left) * (box.bottom - box.top) <= WHOLE_PAGE) boxes.push(box)
  }
  return boxes
}

/**
 * The page for a dark room: what is light becomes dark and the reverse, hues stay, white becomes `paper`. Pictures stay as they are but a little
 * dimmer.
 */
export function darkPage(page: OffscreenCanvas, pictures: readonly PictureBox[], paper: string): OffscreenCanvas {
  const { width, height } = page
  const dark = new OffscreenCanvas(width, height)
  const context = dark.getContext('2d', { alpha: false })
  if (context === null) return page
  context.filter = 'invert(1) hue-rotate(180deg)'
  context.drawImage(page, 0, 0)
  context.filter = 'none'
  // Nothing may be darker than the paper.
  context.globalCompositeOperation = 'lighten'
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
  context.filter = 'brightness(0.85)'
  for (const { left, top, right, bottom } of pictures) {
    const [x, y] = [Math.floor(left * width), Math.floor(top * height)]
    const [wide, high] = [Math.ceil(right * width) - x, Math.ceil(bottom * height) - y]
    if (wide > 0 && high > 0) context.drawImage(page, x, y, wide, high, x, y, wide, high)
  }
  return dark
}
