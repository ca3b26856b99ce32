import { describe, expect, test } from 'vitest'
import { CALLS_AT_ONCE, CALLS_IN_A_BURST, allowCalls } from '../../../src/main/bridge/call-allowance.ts'

const clock = () => {
  let time = 0
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) }
}

const begun = (allowance: ReturnType<typeof allowCalls>, tries: number): number =>
  Array.from({ length: tries }, () => allowance.begin()).filter(Boolean).length

describe('a window', () => {
  test('may ask in a burst, and then as fast as it gets calls back', () => {
    const { now, pass } = clock()
    const allowance = allowCalls(now)
    expect(begun(allowance, 2_000)).toBe(CALLS_IN_A_BURST)
    pass(100)
    expect(begun(allowance, 2_000)).toBe(50)
    pass(3_600_000)
    expect(begun(allowance, 2_000)).toBe(CALLS_IN_A_BURST)
  })

  test('has so many calls under way and no more, until one is over', () => {
    const allowance = allowCalls(() => 0)
    const names = ['settings.read', 'library.state', 'names.list', 'app.about'] as const
    const leaving = Array.from({ length: 100 }, (_, at) => allowance.enter(names[at % 4] ?? 'app.about'))
    expect(leaving.filter(leave => leave !== null)).toHaveLength(CALLS_AT_ONCE)
    expect(allowance.enter('settings.read')).toBeNull()
    leaving[0]?.()
    expect(allowance.enter('settings.read')).not.toBeNull()
  })

  test('asks the reader one thing at a time', () => {
    const allowance = allowCalls(() => 0)
    const leave = allowance.enter('link.open')
    expect(allowance.enter('link.open')).toBeNull()
    expect(allowance.enter('notes.save')).not.toBeNull()
    leave?.()
    expect(allowance.enter('link.open')).not.toBeNull()
  })

  test('opens the file manager no faster than a reader could ask for it', () => {
    const { now, pass } = clock()
    const allowance = allowCalls(now)
    const leave = allowance.enter('library.reveal')
    expect(allowance.enter('library.reveal')).toBeNull()
    leave?.()
    const opened = Array.from({ length: 100 }, () => {
      pass(50)
      const again = allowance.enter('library.reveal')
      again?.()
      return again
    })
    expect(opened.filter(again => again !== null)).toHaveLength(5)
    expect(allowance.enter('library.state')).not.toBeNull()
  })
})
