import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupReasons, backupsToKeep } from '#library/backups/backups-to-keep.ts'
import type { BackupReason, DatedBackup } from '#library/backups/backups-to-keep.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23)

let number = 0
const backup = (time: number, reason: BackupReason = 'by-itself'): DatedBackup => {
  number += 1
  return { id: `b${number}`, number, made: new Date(time).toISOString(), reason }
}

/** Backups at the times, in this order; gives the times that are kept, as `day hour` before the last one. */
const keptOf = (times: readonly number[]): number[] => {
  const all = times.map(time => backup(time))
  const kept = backupsToKeep(all)
  return all.filter(({ id }) => kept.has(id)).map(({ made }) => Date.parse(made))
}

describe('which backups are kept', () => {
  it('keeps everything while there are no more than ten', () => {
    const times = Array.from({ length: 10 }, (_, at) => MONDAY + at * HOUR)
    expect(keptOf(times)).toEqual(times)
  })

  it('keeps the last ten of one long day', () => {
    const times = Array.from({ length: 40 }, (_, at) => MONDAY + at * (HOUR / 2))
    expect(keptOf(times)).toEqual(times.slice(-10))
  })

  it('keeps the last ten, one of each of seven days, and one of each of five weeks', () => {
    // Every two hours for 60 days, the last at 22:00 on a Sunday.
    const last = MONDAY - 2 * HOUR
    const times = Array.from({ length: 60 * 12 }, (_, at) => last - at * 2 * HOUR).toReversed()
    const days = Array.from({ length: 7 }, (_, at) => last - at * DAY)
    const weeks = Array.from({ length: 5 }, (_, at) => last - at * 7 * DAY)
    const expected = new Set([...times.slice(-10), ...days, ...weeks])
    expect(keptOf(times)).toEqual([...expected].toSorted((a, b) => a - b))
  })

  it.each([
    ['once a month', 30 * DAY],
    ['once a week', 7 * DAY],
  ])('keeps the last ten of a library that is used %s', (_, pause) => {
    const times = Array.from({ length: 30 }, (_backup, at) => MONDAY + at * pause)
    expect(keptOf(times)).toEqual(times.slice(-10))
  })

  it('begins a day at midnight and a week on Monday, UTC', () => {
    // Twelve backups on Monday push the earlier ones out of the last ten.
    const monday = Array.from({ length: 12 }, (_, at) => MONDAY + at * HOUR)
    const sunday = [MONDAY - 2, MONDAY - 1]
    expect(keptOf([...sunday, ...monday])).toEqual([MONDAY - 1, ...monday.slice(-10)])
  })

  it('goes by the order in which they were made when the clock jumps back', () => {
    const before = Array.from({ length: 12 }, (_, at) => MONDAY + at * HOUR)
    const year = 365 * DAY
    const after = Array.from({ length: 12 }, (_, at) => MONDAY - year + at * HOUR)
    const kept = keptOf([...before, ...after])
    expect(kept).toEqual([before.at(-1), ...after.slice(-10)])
  })

  it('loses one day of seven to a backup from the future', () => {
    const future = MONDAY + 9_000 * DAY
    const days = Array.from({ length: 20 }, (_, at) => MONDAY + at * DAY)
    // Pushes all but their days and weeks out of the last ten.
    const today = Array.from({ length: 10 }, (_, at) => MONDAY + 20 * DAY + at * HOUR)
    const kept = keptOf([future, ...days, ...today])
    expect(kept).toEqual(expect.arrayContaining(days.slice(-6)))
    expect(kept).toContain(future)
  })

  it('keeps the newest that was made before each kind of upheaval', () => {
    const old = [
      backup(MONDAY, 'new-format'),
      backup(MONDAY + 1, 'restore'),
      backup(MONDAY + 2, 'restore'),
      backup(MONDAY + 3, 'repair'),
      backup(MONDAY + 4, 'asked'),
    ]
    const later = Array.from({ length: 80 }, (_, at) => backup(MONDAY + (at + 1) * 7 * DAY))
    const kept = backupsToKeep([...old, ...later])
    expect(old.filter(({ id }) => kept.has(id)).map(({ made }) => Date.parse(made) - MONDAY)).toEqual([0, 2, 3])
  })

  it('always keeps the newest, never grows beyond 25, and choosing again changes nothing', () => {
    const anyBackup = fc.record({
      number: fc.nat(200),
      made: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      reason: fc.constantFrom(...backupReasons),
    })
    fc.assert(
      fc.property(fc.array(anyBackup, { maxLength: 120 }), drawn => {
        const all = drawn.map(({ made, ...rest }, at) => ({ id: `b${at}`, made: made.toISOString(), ...rest }))
        const kept = backupsToKeep(all)
        const left = all.filter(({ id }) => kept.has(id))
        expect(kept.size).toBeLessThanOrEqual(25)
        expect(kept.size).toBeGreaterThanOrEqual(Math.min(10, all.length))
        const highest = Math.max(...all.map(made => made.number))
        expect(all.length === 0 || left.some(made => made.number === highest)).toBe(true)
        expect(backupsToKeep(left)).toEqual(kept)
      }),
    )
  })
})
