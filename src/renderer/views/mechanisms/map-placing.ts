import { startOwnWorker } from '../../own-worker.ts'
import type { MapEdge } from './map-families.ts'
import { layoutMap } from './map-layout.ts'
import type { PlacedGraph } from './map-layout.ts'
// oxlint-disable-next-line import/default -- the build makes it an address
import layoutWorker from './map-layout-worker.ts?worker&url'
import type { MapView, ViewedNode } from './map-view.ts'

export type PlacedMap = PlacedGraph<ViewedNode, MapEdge>

export interface LayoutRequest {
  readonly request: number
  readonly view: MapView
}

/** What the worker throws arrives as its `error` event. */
export interface LayoutAnswer {
  readonly request: number
  readonly placed: PlacedMap
}

const startLayoutWorker = (): Worker => startOwnWorker(layoutWorker, 'map-layout')

interface Waiting {
  readonly view: MapView
  readonly answer: (placed: PlacedMap | null) => void
}

/**
 * Lays out one map at a time in a worker. Only the newest wish counts: one that is asked for while another is worked on waits,
 * and gives way to the next. Where no worker can be had the window does it itself.
 */
export class MapPlacing {
  readonly #start: () => Worker
  #worker: Worker | null = null
  #worksHere = false
  #requests = 0
  #current: Waiting | null = null
  #next: Waiting | null = null

  constructor(startWorker: () => Worker = startLayoutWorker) {
    this.#start = startWorker
  }

  /** The map with its places; null when a newer one was asked for meanwhile, or after `close`. */
  place(view: MapView): Promise<PlacedMap | null> {
    return new Promise(answer => {
      const waiting = { view, answer }
      this.#next?.answer(null)
      if (this.#current === null) this.#send(waiting)
      else this.#next = waiting
    })
  }

  /** Ends the worker; a later wish starts a new one. */
  close(): void {
    this.#worker?.terminate()
    this.#worker = null
    for (const waiting of [this.#current, this.#next]) waiting?.answer(null)
    this.#current = null
    this.#next = null
  }

  #send(waiting: Waiting): void {
    this.#current = waiting
    this.#next = null
    this.#requests += 1
    if (this.#ready()) this.#ask({ request: this.#requests, view: waiting.view })
    else this.#done(layoutMap(waiting.view))
  }

  #ask(request: LayoutRequest): void {
    this.#worker?.postMessage(request)
  }

  /** True when a worker is there, or could be had. */
  #ready(): boolean {
    if (this.#worker !== null || this.#worksHere) return this.#worker !== null
    try {
      this.#worker = this.#start()
    } catch (error) {
      this.#fallBack(error)
      return false
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.request === this.#requests) this.#done(data.placed)
    })
    this.#worker.addEventListener('error', event => {
      event.preventDefault()
      this.#fallBack(event.message)
      if (this.#current !== null) this.#done(layoutMap(this.#current.view))
    })
    return true
  }

  #done(placed: PlacedMap): void {
    const done = this.#current
    this.#current = null
    // A map that another one is to replace is not drawn first.
    done?.answer(this.#next === null ? placed : null)
    if (this.#next !== null) this.#send(this.#next)
  }

  #fallBack(reason: unknown): void {
    console.warn(`Maps are laid out in the window itself, as the worker failed: ${String(reason)}`)
    this.#worker?.terminate()
    this.#worker = null
    this.#worksHere = true
  }
}
