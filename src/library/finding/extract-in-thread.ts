import { Worker } from 'node:worker_threads'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { ExtractOptions, Extractor } from './extractor.ts'
import type { ExtractionAnswer, ExtractionOrder } from './extraction-messages.ts'

export interface ThreadOptions {
  /** The built file of `extraction-thread.ts`. */
  readonly file: URL
  /** Folder that holds `lexicon/`. */
  readonly resources: string
  /** Megabytes that the thread's heap may grow to. */
  readonly heap?: number
  /** Milliseconds that the search in a text of so many characters may take. */
  readonly time?: (length: number) => number
}

/** A text of three million characters was looked through with 256; this leaves room for longer ones. */
const HEAP = 1_024

/**
 * Time grows with the length of a text. One without sentences or spaces makes it grow faster, and must not keep the thread for hours
 * from the texts that wait behind it.
 */
const timeFor = (length: number): number => 60_000 + length / 10

/** A thread that has had nothing to do for so many milliseconds gives its memory back. */
const IDLE = 30_000

interface Job {
  readonly order: ExtractionOrder
  readonly options: ExtractOptions
  readonly settle: (result: Result<Extraction>) => void
}

const stopped = (): Result<never> => fail('cancelled', 'The search for mechanisms was stopped.')

const tooSlow = (limit: number): Result<never> =>
  fail(
    'unexpected',
    `The search for mechanisms took more than ${Math.round(limit / 1000)} seconds and was given up. ` +
      'Try again when the computer has less to do. Reading and marking work as ever.',
  )

const broken = (error: unknown): Result<never> => {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isMemory) console.error('The thread that looks for mechanisms failed:', error)
  return fail(
    'unexpected',
    isMemory
      ? 'The text is too long to look for mechanisms in it. Reading and marking work as ever.'
      : 'The search for mechanisms failed because of a fault in Pathmark. Reading and marking work as ever.',
  )
}

/**
 * Looks for mechanisms in a thread of its own, one text after the other. The thread starts with the first one; to stop
 * a search the thread is ended, since it listens to nobody while it looks.
 */
export const extractInThread = ({ file, resources, heap = HEAP, time = timeFor }: ThreadOptions): Extractor => {
  const waiting: Job[] = []
  let running: Job | null = null
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let late: NodeJS.Timeout | undefined

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  const settle = (result: Result<Extraction>): void => {
    clearTimeout(late)
    const job = running
    running = null
    job?.settle(result)
    next()
  }

  const start = (): Worker => {
    const started = new Worker(file, { workerData: { resources }, resourceLimits: { maxOldGenerationSizeMb: heap } })
    const isCurrent = (): boolean => worker === started
    started.on('message', (answer: ExtractionAnswer) => {
      if (!isCurrent()) return
      if (answer.kind === 'progress') running?.options.progress?.(answer.share)
      else settle(answer.result)
    })
    started.on('error', error => {
      if (!isCurrent()) return
      worker = null
      settle(broken(error))
    })
    started.on('exit', status => {
      if (!isCurrent()) return
      worker = null
      settle(broken(new Error(`it ended with status ${status}`)))
    })
    return started
  }

  function next(): void {
    const job = waiting.shift()
    if (job === undefined) {
      idle = setTimeout(() => void end(), IDLE)
      idle.unref()
      return
    }
    clearTimeout(idle)
    running = job
    worker ??= start()
    const limit = time(job.order.article.text.length)
    late = setTimeout(() => void end().then(() => settle(tooSlow(limit))), limit)
    worker.postMessage(job.order, [])
  }

  /** Takes the job out of the line, or ends the thread that works on it. */
  const drop = (job: Job): void => {
    const place = waiting.indexOf(job)
    if (place >= 0) {
      waiting.splice(place, 1)
      job.settle(stopped())
    } else if (running === job) void end().then(() => settle(stopped()))
  }

  return {
    extract: ({ text, sections, blocks, metadata }, own, options = {}) =>
      new Promise(resolve => {
        if (options.signal?.aborted === true) {
          resolve(stopped())
          return
        }
        const leave = (): void => drop(job)
        const job: Job = {
          order: { article: { text, sections, blocks, ...(metadata && { metadata }) }, own },
          options,
          settle: result => {
            options.signal?.removeEventListener('abort', leave)
            resolve(result)
          },
        }
        options.signal?.addEventListener('abort', leave)
        waiting.push(job)
        if (running === null) next()
      }),
    close: async () => {
      for (const job of waiting.splice(0)) job.settle(stopped())
      await end()
      settle(stopped())
      clearTimeout(idle)
    },
  }
}
