import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as v from 'valibot'
import { changeSchema } from './change.ts'
import type { Ledger } from './ledger.ts'

const lineSchema = v.union([
  v.object({ opened: v.array(v.string()) }),
  v.object({ asked: v.number(), change: changeSchema }),
  v.object({ acknowledged: v.number(), at: v.number() }),
  v.object({ refused: v.number(), message: v.string() }),
])

/** A process that changes a library; what it asks for and what is acknowledged goes into the ledger. */
export interface FollowedWriter {
  /** Settles when it has opened the library; fails when it ends before. */
  readonly opened: Promise<void>
  kill(): void
  /**
   * The power goes from now on: what is acknowledged later counts as unanswered. No program could answer then, and a file system that was
   * stopped under a running one may tell it that a write is down which it has just dropped.
   */
  powerGoes(): void
  /** Settles when it is gone and all that it printed is in the ledger. */
  over(): Promise<WriterEnd>
}

interface WriterEnd {
  readonly asked: number
  readonly acknowledged: number
  /** How many were acknowledged after the power had begun to go. */
  readonly late: number
  /** What it was told of changes that were refused. */
  readonly refusals: readonly string[]
  readonly errors: string
}

/** Starts a built `write-until-stopped` program. */
export const followWriter = (program: string, parameters: readonly string[], ledger: Ledger): FollowedWriter => {
  const child = spawn(process.execPath, [program, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
  const acknowledge = new Map<number, () => void>()
  const refusals: string[] = []
  let [printed, errors, acknowledged, late] = ['', '', 0, 0]
  let powerUntil = Number.POSITIVE_INFINITY
  let tellOpened: () => void = () => undefined
  const take = (text: string): void => {
    const line = v.parse(lineSchema, JSON.parse(text))
    if ('opened' in line) tellOpened()
    else if ('asked' in line) acknowledge.set(line.asked, ledger.ask(line.change))
    else if ('refused' in line) refusals.push(line.message)
    else if (line.at >= powerUntil) late += 1
    else {
      acknowledge.get(line.acknowledged)?.()
      acknowledged += 1
    }
  }
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    const lines = `${printed}${part}`.split('\n')
    // A line that a kill cut off says nothing: what it tells of had not happened.
    printed = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
  const closed = once(child, 'close')
  const opened = new Promise<void>((resolve, reject) => {
    tellOpened = resolve
    closed.then(() => reject(new Error(`The writer ended before it had opened the library: ${errors}`)), reject)
  })
  return {
    opened,
    kill: () => void child.kill('SIGKILL'),
    powerGoes: () => {
      powerUntil = Date.now()
    },
    over: async () => {
      await closed
      return { asked: acknowledge.size, acknowledged, late, refusals, errors }
    },
  }
}
