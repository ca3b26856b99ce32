import { FrameReader, frameKinds } from './answer-frames.ts'
import type { Frame } from './answer-frames.ts'
import { TIME_TO_START } from './import-limits.ts'
import type { ImportLimits } from './import-limits.ts'
import type { ImportProcess } from './import-process.ts'
import { sendBytes } from './send-bytes.ts'
import { watchMemory } from './watch-memory.ts'

/** What the purifier writes may be longer than what it was given by this factor, and so many bytes. */
const GROWTH = 2
const ROOM = 64 * 1024

/** Why a purifier was ended before it had answered. */
export type PurifyingFailure = 'not-started' | 'too-long' | 'too-much' | 'ended' | 'wrong' | 'cancelled'

export type Purifying =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly failure: PurifyingFailure }

type Limits = Pick<ImportLimits, 'time' | 'memory'>

interface Job {
  readonly parts: Uint8Array[]
  /** Bytes of all that it has written since, frames included. */
  written: number
  readonly most: number
  settle(outcome: Purifying): void
}

/** The text that bytes say in UTF-8; null when they say none. */
const decoded = (parts: readonly Uint8Array[]): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * A process with the purifier in it, which looks at one content after the other. What it says is read as a stranger's. It is ended with the
 * first content at which it fails.
 */
export class PurifierProcess {
  readonly #process: ImportProcess
  readonly #frames = new FrameReader()
  #isReady = false
  #tellReady: () => void = () => {}
  #job: Job | null = null
  #hasEnded = false
  /** Characters that it has looked at. */
  seen = 0

  constructor(process: ImportProcess) {
    this.#process = process
    process.onOutput(bytes => this.#take(bytes))
    process.onEnd(() => this.#end('ended'))
  }

  /** True once it has ended, and can be asked nothing more. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** What the purifier leaves of canonical content, or of a drawing. One at a time. */
  async purify(
    html: string,
    { time, memory }: Limits,
    signal: AbortSignal,
    kind: 'content' | 'drawing' = 'content',
  ): Promise<Purifying> {
    if (this.#hasEnded) return { ok: false, failure: 'ended' }
    const bytes = new TextEncoder().encode(html)
    this.seen += html.length
    let timer: NodeJS.Timeout | undefined
    const settled = new Promise<Purifying>(settle => {
      this.#job = { parts: [], written: 0, most: bytes.length * GROWTH + ROOM, settle }
    })
    // As with reading, time counts from when the process is ready.
    const limitTime = (milliseconds: number, failure: PurifyingFailure): void => {
      clearTimeout(timer)
      timer = setTimeout(() => this.#end(failure), milliseconds)
    }
    this.#tellReady = () => limitTime(time, 'too-long')
    if (this.#isReady) this.#tellReady()
    else limitTime(TIME_TO_START, 'not-started')
    const unwatch = watchMemory(this.#process, memory, () => this.#end('too-much'))
    const leave = (): void => this.#end('cancelled')
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    this.#process.send({ kind, size: bytes.length })
    const sent = sendBytes(this.#process, bytes, () => this.#hasEnded)
    const outcome = await settled
    clearTimeout(timer)
    unwatch()
    signal.removeEventListener('abort', leave)
    await sent
    return outcome
  }

  end(): void {
    this.#end('ended')
  }

  #take(bytes: Uint8Array): void {
    if (this.#hasEnded) return
    const job = this.#job
    if (job !== null && (job.written += bytes.length) > job.most) return this.#end('wrong')
    const whole = this.#frames.push(bytes)
    if (whole === null || !whole.every(frame => this.#takeFrame(frame))) this.#end('wrong')
  }

  #takeFrame({ kind, payload }: Frame): boolean {
    if (kind === frameKinds.ready && !this.#isReady) {
      this.#isReady = true
      this.#tellReady()
      return true
    }
    const job = this.#job
    if (job === null) return false
    if (kind === frameKinds.content) {
      job.parts.push(payload.slice())
      return true
    }
    const html = kind === frameKinds.end ? decoded(job.parts) : null
    if (html === null) return false
    this.#job = null
    job.settle({ ok: true, html })
    return true
  }

  #end(failure: PurifyingFailure): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#process.kill()
    this.#job?.settle({ ok: false, failure })
    this.#job = null
  }
}
