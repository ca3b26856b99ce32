import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Where articles can be put down: a collection, or null for one that is made for them. */
export interface DropPlace {
  readonly collection: string | null
}

export interface DraggedDocuments {
  readonly ids: readonly string[]
  /** Where the pointer is, in CSS pixels of the window. */
  readonly x: number
  readonly y: number
  readonly over: DropPlace | null
}

interface DragParts {
  /** The documents that are meant when one is dragged; none when it may not be. */
  readonly idsOf: (id: string) => readonly string[]
  readonly placeAt: (x: number, y: number) => DropPlace | null
  /** Scrolls by the step of one frame where the pointer is at an edge of something longer; true when it moved. */
  readonly scrollAt: (x: number, y: number) => boolean
  readonly drop: (ids: readonly string[], place: DropPlace) => void
}

/** CSS pixels that a pointer moves before a press becomes a drag. */
const SLACK = 6

/**
 * Drags documents with the pointer, without the system's drag and drop: what is dragged stays in the window. Escape ends it. `begin` takes the
 * press on a document.
 */
export class DocumentDrag implements ReactiveController {
  dragged: DraggedDocuments | null = null
  readonly #host: ReactiveControllerHost
  readonly #parts: DragParts
  #pressed: { readonly id: string; readonly x: number; readonly y: number } | null = null
  #frame = 0

  constructor(host: ReactiveControllerHost, parts: DragParts) {
    this.#host = host
    this.#parts = parts
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#end()
  }

  readonly begin = (event: PointerEvent): void => {
    const isPlain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
    // A finger scrolls.
    if (!isPlain || event.pointerType === 'touch') return
    const row = event
      .composedPath()
      .find(part => part instanceof HTMLElement && part.dataset['document'] !== undefined) as HTMLElement | undefined
    const id = row?.dataset['document']
    if (id === undefined) return
    this.#pressed = { id, x: event.clientX, y: event.clientY }
    addEventListener('pointermove', this.#moved)
    addEventListener('pointerup', this.#released)
    addEventListener('pointercancel', this.#cancelled)
    addEventListener('keydown', this.#keyed, { capture: true })
  }

  readonly #moved = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const pressed = this.#pressed
    if (pressed === null) return
    if (this.dragged === null && Math.hypot(x - pressed.x, y - pressed.y) < SLACK) return
    const ids = this.dragged?.ids ?? this.#parts.idsOf(pressed.id)
    if (ids.length === 0) return this.#end()
    if (this.dragged === null) this.#frame = requestAnimationFrame(this.#scroll)
    this.dragged = { ids, x, y, over: this.#parts.placeAt(x, y) }
    this.#host.requestUpdate()
  }

  /** A pointer that stands still at an edge goes on scrolling. */
  readonly #scroll = (): void => {
    const { dragged } = this
    if (dragged === null) return
    const { x, y } = dragged
    if (this.#parts.scrollAt(x, y)) {
      this.dragged = { ...dragged, over: this.#parts.placeAt(x, y) }
      this.#host.requestUpdate()
    }
    this.#frame = requestAnimationFrame(this.#scroll)
  }

  readonly #released = (): void => {
    const { dragged } = this
    this.#end()
    if (dragged === null) return
    // The click that follows is the end of the drag, and opens nothing.
    const swallow = (event: Event): void => event.stopPropagation()
    addEventListener('click', swallow, { capture: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    if (dragged.over !== null) this.#parts.drop(dragged.ids, dragged.over)
  }

  readonly #cancelled = (): void => this.#end()

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.dragged === null) return
    event.preventDefault()
    event.stopPropagation()
    this.#end()
  }

  #end(): void {
    this.#pressed = null
    cancelAnimationFrame(this.#frame)
    removeEventListener('pointermove', this.#moved)
    removeEventListener('pointerup', this.#released)
    removeEventListener('pointercancel', this.#cancelled)
    removeEventListener('keydown', this.#keyed, { capture: true })
    if (this.dragged === null) return
    this.dragged = null
    this.#host.requestUpdate()
  }
}
