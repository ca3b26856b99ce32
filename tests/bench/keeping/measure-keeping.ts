import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Keeping {
  /** Milliseconds from the change to its being on the disk, of every change, the shortest first. */
  readonly times: readonly number[]
  /** The longest time, in milliseconds, for which nothing else could be done in this process. */
  readonly longestPause: number
}

/** The value below which the given share of the others lie; `times` the shortest first. */
export const percentile = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Number.NaN

const rest = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Milliseconds between two changes: somebody who marks faster than anybody can. */
const BETWEEN = 20

/** Makes so many changes, one after the other, and measures what each takes and how long the process stands still. */
export const measureKeeping = async (count: number, change: (at: number) => Promise<void>): Promise<Keeping> => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  await rest(BETWEEN)
  delay.enable()
  for (let at = 0; at < count; at += 1) {
    const start = performance.now()
    await change(at)
    times.push(performance.now() - start)
    await rest(BETWEEN)
  }
  delay.disable()
  return { times: times.toSorted((a, b) => a - b), longestPause: delay.max / 1e6 }
}
