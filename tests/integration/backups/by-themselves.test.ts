import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fail, succeed } from '#core/result/result.ts'
import { keepBackingUp } from '#library/backups/keep-backing-up.ts'
import type { LibraryBackups } from '#library/backups/library-backups.ts'

const TIMES = { first: 1_000, every: 60_000, patience: 500 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Backups that answer as `answers` says, one after the other, and count how often they are asked for. */
const backupsThat = (answer: (signal: AbortSignal) => Promise<unknown>) => {
  const make = vi.fn<(reason: string, signal: AbortSignal) => Promise<unknown>>((_reason, signal) => answer(signal))
  return { make, backups: { make, idle: () => Promise.resolve() } as unknown as LibraryBackups }
}

it('makes the first one after a while, then one every half an hour or whatever the time is, and one at the end', async () => {
  const { make, backups } = backupsThat(() => Promise.resolve(succeed(null)))
  const backingUp = keepBackingUp(backups, () => undefined, TIMES)
  await vi.advanceTimersByTimeAsync(900)
  expect(make).toHaveBeenCalledTimes(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(make).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(make).toHaveBeenCalledTimes(2)
  await backingUp.close()
  expect(make).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(200_000)
  expect(make).toHaveBeenCalledTimes(3)
})

it('tells once that the disk is full, and again when it was not in between', async () => {
  const answers = ['full', 'full', 'ok', 'full']
  const { backups } = backupsThat(() =>
    Promise.resolve(answers.shift() === 'full' ? fail('disk-full', 'The disk is full.') : succeed(null)),
  )
  const lines: string[] = []
  const backingUp = keepBackingUp(backups, line => lines.push(line), TIMES)
  await vi.advanceTimersByTimeAsync(1_000 + 60_000)
  expect(lines).toEqual([expect.stringMatching(/disk is full.*Notes are still saved/u)])
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(lines).toHaveLength(2)
  await backingUp.close()
})

it('lets closing wait only so long', async () => {
  const { make, backups } = backupsThat(
    signal =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve(fail('cancelled', 'stopped')))
        if (signal.aborted) resolve(fail('cancelled', 'stopped'))
      }),
  )
  const lines: string[] = []
  const backingUp = keepBackingUp(backups, line => lines.push(line), TIMES)
  let closed = false
  const closing = backingUp.close().then(() => (closed = true))
  await vi.advanceTimersByTimeAsync(400)
  expect(closed).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  await closing
  expect(make).toHaveBeenCalledTimes(1)
  expect(lines).toEqual([])
})
