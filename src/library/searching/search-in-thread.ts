import { Worker } from 'node:worker_threads'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { IndexPlace } from './index-file.ts'
import type { SearchOrder, SearchReply, SearchThreadData } from './search-messages.ts'
import type { SearchProgress, Searcher } from './searcher.ts'

/** Megabytes that the thread's heap may grow to: the longest article, in parts. */
const HEAP = 512
/** Megabytes for what has just been made: with the engine's own measure a thread that asks holds some thirty more, and is no faster. */
const YOUNG = 4
/** A thread that has had nothing to do for so many milliseconds gives its memory back. */
const IDLE = 60_000

type Command = SearchOrder extends infer Order ? (Order extends unknown ? Omit<Order, 'number'> : never) : never
type Outcome = Exclude<SearchReply, { readonly kind: 'progress' }>

interface Waiting {
  readonly settle: (reply: Outcome | null) => void
  readonly progress: SearchProgress | undefined
}

const broken = (): Result<never> =>
  fail('unexpected', 'The search failed because of a fault in Pathmark. Try again; reading and marking work as ever.')

/** Searches in a thread of its own, which starts with the first order. `file` is the built file of `search-thread.ts`. */
export const searchInThread =
  (file: URL) =>
  (place: IndexPlace, documents: string): Searcher => {
    const waiting = new Map<number, Waiting>()
    let worker: Worker | null = null
    let count = 0
    let idle: NodeJS.Timeout | undefined

    const giveUpWaiting = (): void => {
      for (const { settle } of waiting.values()) settle(null)
      waiting.clear()
    }

    /** The thread is gone: what it was asked has no answer. */
    const lose = (lost: Worker, reason: unknown): void => {
      if (worker !== lost) return
      worker = null
      console.error('The thread that searches ended:', reason)
      giveUpWaiting()
    }

    const start = (): Worker => {
      const workerData: SearchThreadData = { place, documents }
      const started = new Worker(file, {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG },
      })
      started.on('message', (reply: SearchReply) => {
        const order = waiting.get(reply.number)
        if (reply.kind === 'progress') {
          order?.progress?.(reply.done, reply.total)
          return
        }
        waiting.delete(reply.number)
        order?.settle(reply)
        if (waiting.size > 0) return
        idle = setTimeout(() => void end(), IDLE)
        idle.unref()
      })
      started.on('error', error => lose(started, error))
      started.on('exit', status => lose(started, `status ${status}`))
      return started
    }

    const send = (command: Command, progress?: SearchProgress): Promise<Outcome | null> =>
      new Promise(settle => {
        clearTimeout(idle)
        worker ??= start()
        count += 1
        waiting.set(count, { settle, progress })
        worker.postMessage({ ...command, number: count }, [])
      })

    const end = async (): Promise<void> => {
      clearTimeout(idle)
      if (worker === null) return
      await send({ kind: 'close' })
      clearTimeout(idle)
      const ended = worker
      worker = null
      // A refresh that was under way stopped with it, and says no more.
      giveUpWaiting()
      await ended?.terminate()
    }

    return {
      refresh: async (order, progress) => {
        const reply = await send({ kind: 'refresh', order }, progress)
        return reply?.kind === 'refreshed' ? reply.result : broken()
      },
      // A thread that is gone tells so when it is asked.
      rehearse: async () => {
        const reply = await send({ kind: 'rehearse' })
        return reply?.kind === 'rehearsed' && reply.lost
      },
      ask: async question => {
        const reply = await send({ kind: 'ask', question })
        return reply?.kind === 'asked' ? reply.result : broken()
      },
      close: end,
    }
  }
