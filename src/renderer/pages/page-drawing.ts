import { startOwnWorker } from '../own-worker.ts'
import type { DrawRequest, DrawnColours, FromDrawing, ToDrawing } from './drawing/drawing-messages.ts'
// oxlint-disable-next-line import/default -- the build makes it an address
import drawingWorker from './drawing/drawing-worker.ts?worker&url'

/** How long one page, or opening the file, may take, in milliseconds; what takes longer is taken to have no end. */
const LONGEST = 30_000
/** How often drawing is begun anew after that; then the document's pages cannot be shown. */
const MOST_STARTS = 3
/** Bytes asked for with one call. */
const PIECE = 512 * 1024

interface DrawnDocument {
  readonly pages: number
  /** What the document calls its pages; null when they have their numbers. */
  readonly labels: readonly string[] | null
}

interface DrawingOptions {
  /** Length of the file in bytes. */
  readonly length: number
  /** A piece of it; null when it cannot be had. */
  readonly read: (from: number, length: number) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Told once when the document is open. */
  readonly opened: (document: DrawnDocument) => void
  /** Told of each drawing of a page (from 0) that lacks pictures which could not be decoded. */
  readonly lacking: (page: number) => void
  /** Told once when its pages cannot be drawn at all, why as a clause. */
  readonly failed: (why: string) => void
}

interface Ordered extends DrawRequest {
  readonly done: (picture: ImageBitmap | null) => void
}

const startDrawingWorker = (): Worker => startOwnWorker(drawingWorker, 'page-drawing')

/** Orders pictures of a document's pages from the program that draws them, and hands it the pieces of the file that it asks for. */
export class PageDrawing {
  readonly #options: DrawingOptions
  readonly #start: () => Worker
  readonly #ordered = new Map<number, Ordered>()
  /** Pages at which the program did not go on. */
  readonly #undrawable = new Set<number>()
  #worker: Worker | null = null
  /** The page that the program is at, also when its order was taken back. */
  #begun: number | null = null
  #requests = 0
  #starts = 0
  #isOpen = false
  #isOver = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: DrawingOptions, start: () => Worker = startDrawingWorker) {
    this.#options = options
    this.#start = start
    this.#begin()
  }

  /** The page as a picture, null when it cannot be drawn; and what takes the order back. */
  draw(page: number, scale: number, colours: DrawnColours, done: (picture: ImageBitmap | null) => void): () => void {
    this.#requests += 1
    const order: Ordered = { request: this.#requests, page, scale, colours, done }
    this.#ordered.set(order.request, order)
    // Told as late as other answers are: nobody is told before the order is given.
    if (this.#undrawable.has(page)) queueMicrotask(() => this.#finish(order.request, null))
    else if (this.#isOpen) this.#send(order)
    return () => {
      if (this.#ordered.delete(order.request)) this.#tell({ kind: 'cancel', request: order.request })
    }
  }

  dispose(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.#ordered.clear()
  }

  #begin(): void {
    this.#starts += 1
    this.#isOpen = false
    this.#begun = null
    const worker = this.#start()
    this.#worker = worker
    worker.addEventListener('message', ({ data }: MessageEvent<FromDrawing>) => {
      if (worker === this.#worker) void this.#hear(data, worker)
    })
    worker.addEventListener('error', event => {
      event.preventDefault()
      if (worker === this.#worker) this.#beginAnew()
    })
    this.#tell({ kind: 'open', length: this.#options.length })
    this.#watch()
  }

  /** A program that does not answer is ended. The page that it was at is not drawn again. */
  #beginAnew(): void {
    this.#worker?.terminate()
    this.#worker = null
    const stuck = this.#begun
    if (stuck !== null) {
      this.#undrawable.add(stuck)
      for (const { request, page } of this.#ordered.values()) if (page === stuck) this.#finish(request, null)
    }
    if (this.#starts >= MOST_STARTS || !this.#isOpen) this.#giveUp('its pages take too long to draw')
    else this.#begin()
  }

  #giveUp(why: string): void {
    if (this.#isOver) return
    this.dispose()
    this.#options.failed(why)
  }

  /** Orders that were taken back are not waited for. */
  get #isIdle(): boolean {
    return this.#isOpen && this.#ordered.size === 0
  }

  #watch(): void {
    clearTimeout(this.#timer)
    if (!this.#isIdle) this.#timer = setTimeout(() => (this.#isIdle ? undefined : this.#beginAnew()), LONGEST)
  }

  async #hear(answer: FromDrawing, worker: Worker): Promise<void> {
    switch (answer.kind) {
      case 'want':
        return this.#feed(worker, answer.from, answer.to)
      case 'opened':
        this.#isOpen = true
        if (this.#starts === 1) this.#options.opened(answer)
        for (const order of this.#ordered.values()) this.#send(order)
        return this.#watch()
      case 'not-opened':
        return this.#giveUp(`the file cannot be read (${answer.message})`)
      case 'begun':
        this.#begun = answer.page
        return this.#watch()
      case 'drawn':
        if (answer.lacks > 0 && this.#begun !== null) this.#options.lacking(this.#begun)
        this.#begun = null
        if (!this.#finish(answer.request, answer.picture)) answer.picture.close()
        return this.#watch()
      case 'not-drawn':
        this.#begun = null
        this.#finish(answer.request, null)
        return this.#watch()
    }
  }

  #finish(request: number, picture: ImageBitmap | null): boolean {
    const order = this.#ordered.get(request)
    this.#ordered.delete(request)
    order?.done(picture)
    return order !== undefined
  }

  /** Larger parts are handed over whole, as pdf.js asked for them, and to the program that asked: another has no use for them. */
  async #feed(worker: Worker, from: number, to: number): Promise<void> {
    const bytes = new Uint8Array(to - from)
    for (let at = from; at < to; at += PIECE) {
      const piece = await this.#options.read(at, Math.min(PIECE, to - at))
      if (worker !== this.#worker) return
      if (piece === null || piece.length === 0) return this.#giveUp('its file cannot be read any more')
      bytes.set(piece, at - from)
    }
    const piece: ToDrawing = { kind: 'piece', from, bytes }
    worker.postMessage(piece, [bytes.buffer])
  }

  #send({ request, page, scale, colours }: DrawRequest): void {
    this.#tell({ kind: 'draw', request, page, scale, colours })
    if (this.#ordered.size === 1) this.#watch()
  }

  #tell(message: ToDrawing, transferred: readonly Transferable[] = []): void {
    this.#worker?.postMessage(message, [...transferred])
  }
}
