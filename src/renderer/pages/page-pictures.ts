import type { DrawnColours } from './drawing/drawing-messages.ts'
import type { PageDrawing } from './page-drawing.ts'

/** Pages on either side of those in view that are drawn ahead, and that stay drawn. */
const AHEAD = 1
const KEPT = 3

/** How a page is to look: another look is drawn anew. */
interface Look {
  /** Pixels a point. */
  readonly scale: number
  readonly colours: DrawnColours
}

interface Picture {
  look: Look | null
  canvas: HTMLCanvasElement | null
  /** What is on its way, and what takes it back. */
  ordered: { readonly look: Look; readonly cancel: () => void } | null
}

const sameLook = (a: Look | null | undefined, b: Look): boolean =>
  a != null &&
  a.scale === b.scale &&
  a.colours.kind === b.colours.kind &&
  (a.colours.kind === 'paper' || b.colours.kind === 'paper' || a.colours.paper === b.colours.paper)

/** Keeps the pictures of the pages that are near the view, and no others. */
export class PagePictures {
  readonly #frames: readonly HTMLElement[]
  readonly #drawing: PageDrawing
  readonly #pictures = new Map<number, Picture>()

  /** @param frames what a page's picture is put into, by page */
  constructor(frames: readonly HTMLElement[], drawing: PageDrawing) {
    this.#frames = frames
    this.#drawing = drawing
  }

  /** Shows the pages from `from` up to and without `to`, which are in view. An older picture stays until the new one is there. */
  show(from: number, to: number, look: Look): void {
    for (const [page, picture] of this.#pictures) {
      if (page < from - KEPT || page >= to + KEPT) this.#free(page, picture)
      else if (picture.ordered !== null && (!sameLook(picture.ordered.look, look) || !isNear(page, from, to)))
        this.#takeBack(picture)
    }
    const inView = Array.from({ length: to - from }, (_, index) => from + index)
    const around = Array.from({ length: AHEAD }, (_, index) => [to + index, from - 1 - index]).flat()
    for (const page of [...inView, ...around]) if (this.#frames[page] !== undefined) this.#order(page, look)
  }

  dispose(): void {
    for (const [page, picture] of this.#pictures) this.#free(page, picture)
  }

  #order(page: number, look: Look): void {
    const picture = this.#pictures.get(page) ?? { look: null, canvas: null, ordered: null }
    this.#pictures.set(page, picture)
    if (sameLook(picture.look, look) || sameLook(picture.ordered?.look, look)) return
    this.#frames[page]?.toggleAttribute('data-drawing', true)
    const cancel = this.#drawing.draw(page, look.scale, look.colours, bitmap => {
      picture.ordered = null
      picture.look = look
      this.#frames[page]?.toggleAttribute('data-drawing', false)
      this.#put(page, picture, bitmap)
    })
    picture.ordered = { look, cancel }
  }

  #put(page: number, picture: Picture, bitmap: ImageBitmap | null): void {
    const frame = this.#frames[page]
    if (frame === undefined) return bitmap?.close()
    frame.toggleAttribute('data-failed', bitmap === null)
    if (bitmap === null) {
      release(picture)
      frame.textContent = 'This page cannot be drawn. Its words can be read as text.'
      return
    }
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
    frame.replaceChildren(canvas)
    release(picture)
    picture.canvas = canvas
  }

  #takeBack(picture: Picture): void {
    picture.ordered?.cancel()
    picture.ordered = null
  }

  #free(page: number, picture: Picture): void {
    this.#takeBack(picture)
    release(picture)
    this.#frames[page]?.replaceChildren()
    this.#pictures.delete(page)
  }
}

const isNear = (page: number, from: number, to: number): boolean => page >= from - AHEAD && page < to + AHEAD

/** A canvas without pixels holds no memory, whenever it is collected. */
function release(picture: Picture): void {
  if (picture.canvas !== null) picture.canvas.width = picture.canvas.height = 0
  picture.canvas = null
}
