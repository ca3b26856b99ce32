import type { ImportLimits } from './import-limits.ts'
import { PurifierProcess } from './purifier-process.ts'
import type { Purifying } from './purifier-process.ts'

/** Milliseconds after which a purifier that has had nothing to do is ended. */
const IDLE = 30_000

/** Characters after which a purifier is ended, so that what its DOM leaves behind cannot grow without limit. */
const MOST_SEEN = 8_000_000

/**
 * The processes that purify. They are kept for the next content, because loading the purifier takes longer than most imports.
 *
 * A purifier sees canonical content only. Still, one that has seen a content is not trusted with the next: it may say that a content is as it
 * should be, which it has been found to be before; whatever else it says or does is asked of a fresh one.
 */
export class Purifiers {
  readonly #start: () => PurifierProcess
  readonly #idle = new Map<PurifierProcess, NodeJS.Timeout>()

  constructor(start: () => PurifierProcess) {
    this.#start = start
  }

  /** Has one load, unless one waits already. */
  prepare(): void {
    if (this.#idle.size === 0) this.giveBack(this.#start())
  }

  /** One that waits, or a fresh one; it begins to load. */
  take(): PurifierProcess {
    for (const [purifier, timer] of this.#idle) {
      this.#idle.delete(purifier)
      clearTimeout(timer)
      if (!purifier.hasEnded) return purifier
    }
    return this.#start()
  }

  giveBack(purifier: PurifierProcess): void {
    if (purifier.hasEnded) return
    if (purifier.seen > MOST_SEEN) return purifier.end()
    const timer = setTimeout(() => {
      this.#idle.delete(purifier)
      purifier.end()
    }, IDLE)
    timer.unref()
    this.#idle.set(purifier, timer)
  }

  /**
   * What a purifier leaves of a drawing. All that are asked have `limits.time` together, from when they are ready, and one that has seen a content before no
   * more than half of it, so that it cannot leave a fresh one without.
   */
  purifyDrawing(drawing: string, limits: ImportLimits, signal: AbortSignal): Promise<Purifying> {
    return this.purify(this.take(), drawing, limits, signal, 'drawing')
  }

  /** What `purifier` leaves of canonical content, and takes it back. */
  async purify(
    purifier: PurifierProcess,
    html: string,
    limits: ImportLimits,
    signal: AbortSignal,
    kind: 'content' | 'drawing' = 'content',
  ): Promise<Purifying> {
    // One that ended before it was asked failed at nothing of this.
    const isFresh = purifier.seen === 0 && !purifier.hasEnded
    const isShared = kind === 'drawing' && !isFresh
    const end = performance.now() + limits.time
    const first = await purifier.purify(html, isShared ? { ...limits, time: limits.time / 2 } : limits, signal, kind)
    this.giveBack(purifier)
    const isSettled = first.ok ? first.html === html : first.failure === 'cancelled'
    if (isFresh || isSettled) return first
    const fresh = this.#start()
    const left = isShared ? Math.max(0, end - performance.now()) : limits.time
    const second = await fresh.purify(html, { ...limits, time: left }, signal, kind)
    this.giveBack(fresh)
    return second
  }

  close(): void {
    for (const [purifier, timer] of this.#idle) {
      clearTimeout(timer)
      purifier.end()
    }
    this.#idle.clear()
  }
}
