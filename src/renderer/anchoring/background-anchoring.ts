import type { AnchoringText, AnchorSelectors } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { startOwnWorker } from '../own-worker.ts'
import { anchorInSlices } from './anchor-in-slices.ts'
import type { AnchoringAnswer, AnchoringRequest } from './anchoring-messages.ts'
// oxlint-disable-next-line import/default -- the build makes it an address
import anchoringWorker from './anchoring-worker.ts?worker&url'

const startAnchoringWorker = (): Worker => startOwnWorker(anchoringWorker, 'anchoring')

interface Asked {
  readonly passages: readonly AnchorSelectors[]
  readonly answer: (verdicts: readonly Verdict[]) => void
  readonly refuse: (error: unknown) => void
}

/**
 * Finds passages of one article beside the window's own work. A worker does it; where none can be started, or it breaks
 * down, the window does it in slices and the reader waits a little longer for the same marks.
 */
export class BackgroundAnchoring {
  readonly #article: AnchoringText
  readonly #names: readonly WrittenName[]
  readonly #asked = new Map<number, Asked>()
  #worker: Worker | null = null
  #requests = 0
  #closed = false

  constructor(article: AnchoringText, names: readonly WrittenName[], startWorker: () => Worker = startAnchoringWorker) {
    this.#article = article
    this.#names = names
    try {
      this.#worker = startWorker()
    } catch (error) {
      this.#fallBack(error)
      return
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<AnchoringAnswer>) =>
      this.#answer(data.request, data.verdicts),
    )
    this.#worker.addEventListener('error', event => {
      event.preventDefault()
      this.#fallBack(event.message)
    })
    this.#worker.addEventListener('messageerror', () => this.#fallBack('its answer could not be read'))
    this.#send({ kind: 'text', article, names })
  }

  /** A verdict for each of `passages`, in their order; never settled after `close`. Rejects when the window fails at it, too. */
  anchor(passages: readonly AnchorSelectors[]): Promise<readonly Verdict[]> {
    return new Promise((answer, refuse) => {
      this.#requests += 1
      const request = this.#requests
      const asked = { passages, answer, refuse }
      this.#asked.set(request, asked)
      if (this.#worker === null) void this.#anchorHere(request, asked)
      else this.#send({ kind: 'passages', request, passages })
    })
  }

  /** Ends the worker. What was asked and not answered yet is dropped. */
  close(): void {
    this.#closed = true
    this.#worker?.terminate()
    this.#worker = null
    this.#asked.clear()
  }

  #send(request: AnchoringRequest): void {
    this.#worker?.postMessage(request)
  }

  #answer(request: number, verdicts: readonly Verdict[]): void {
    this.#asked.get(request)?.answer(verdicts)
    this.#asked.delete(request)
  }

  #fallBack(reason: unknown): void {
    if (this.#closed) return
    console.warn(`Passages are looked for in the window itself, as the worker failed: ${String(reason)}`)
    this.#worker?.terminate()
    this.#worker = null
    for (const [request, asked] of this.#asked) void this.#anchorHere(request, asked)
  }

  async #anchorHere(request: number, { passages, refuse }: Asked): Promise<void> {
    try {
      const options = { nameOf: nameOfWord(this.#names) }
      const verdicts = await anchorInSlices(this.#article, passages, options, () => this.#asked.has(request))
      this.#answer(request, verdicts)
    } catch (error) {
      this.#asked.delete(request)
      refuse(error)
    }
  }
}
