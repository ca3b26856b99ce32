/** What a pointer on the margin can bring about. Heights are CSS pixels from the margin's top. */
export interface MarginTarget {
  /** Where the frame of what is in view stands now. */
  frame(): { readonly top: number; readonly height: number }
  /** Scrolls so that the frame's top is at a height. */
  scrollTo(top: number): void
  /** Goes to the mark at a height; false where there is none. */
  goToMark(y: number): boolean
  /** Tells what lies at a height, null for nothing. */
  name(y: number | null): void
}

/** How far the pointer moves before a click becomes a drag, in CSS pixels. */
const SLACK = 3

/** The pointer on the margin: it names what it is over, a click goes there, and a drag takes the view along. */
export class MarginPointer {
  readonly #target: MarginTarget
  #grip: { readonly y: number; readonly inFrame: number; dragged: boolean } | null = null
  #frame = 0

  constructor(target: MarginTarget) {
    this.#target = target
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const y = heightOf(event)
    const { top, height } = this.#target.frame()
    const onFrame = y >= top && y <= top + height
    this.#grip = { y, inFrame: onFrame ? y - top : height / 2, dragged: false }
    stripOf(event).setPointerCapture(event.pointerId)
  }

  readonly move = (event: PointerEvent): void => {
    const y = heightOf(event)
    const grip = this.#grip
    if (grip !== null && !grip.dragged && Math.abs(y - grip.y) > SLACK) {
      grip.dragged = true
      this.#target.name(null)
    }
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      if (grip === null) this.#target.name(y)
      else if (grip.dragged) this.#target.scrollTo(y - grip.inFrame)
    })
  }

  readonly up = (event: PointerEvent): void => {
    const grip = this.#grip
    this.#grip = null
    if (grip === null || grip.dragged || event.type !== 'pointerup') return
    if (!this.#target.goToMark(grip.y)) this.#target.scrollTo(grip.y - this.#target.frame().height / 2)
  }

  readonly leave = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#target.name(null)
  }
}

const stripOf = (event: PointerEvent): HTMLElement => event.currentTarget as HTMLElement
const heightOf = (event: PointerEvent): number => event.clientY - stripOf(event).getBoundingClientRect().top
