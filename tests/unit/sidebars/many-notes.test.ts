import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstRows, rowTops, rowsWithin } from '../../../src/renderer/views/notes/list-rows.ts'
import { notesNear } from '../../../src/renderer/views/notes/notes-near.ts'

describe('the rows of a list of notes', () => {
  it('begin with the heading of each section', () => {
    const group = (items: number) => ({ id: '', path: [], items: Array.from({ length: items }, () => null) })
    expect(firstRows([group(2), group(1), group(3)])).toEqual([0, 3, 5])
  })

  it('are exactly those that touch a part of it', () => {
    const tops = rowTops(4, row => [10, 20, 30, 40][row] ?? 0)
    expect(rowsWithin(tops, 0, 5)).toEqual({ from: 0, to: 1 })
    expect(rowsWithin(tops, 10, 29)).toEqual({ from: 1, to: 2 })
    expect(rowsWithin(tops, 29, 60)).toEqual({ from: 1, to: 4 })
    expect(rowsWithin(tops, -500, 5_000)).toEqual({ from: 0, to: 4 })
    expect(rowsWithin(tops, 5_000, 6_000)).toEqual({ from: 3, to: 4 })
    expect(
      rowsWithin(
        rowTops(0, () => 0),
        0,
        100,
      ),
    ).toEqual({ from: 0, to: 0 })
  })
})

describe('notes near a part of the text', () => {
  it('are those that start in it, and the next one on either side', () => {
    const starts = fc.array(fc.nat(1_000), { maxLength: 50 })
    fc.assert(
      fc.property(starts, fc.nat(1_100), fc.nat(400), (unsorted, start, length) => {
        const notes = unsorted.toSorted((a, b) => a - b).map(at => ({ span: { start: at, end: at + 5 } }))
        const part = { start, end: start + length }
        const { from, to } = notesNear(notes, part)
        const inside = notes.flatMap(({ span }, at) => (span.start >= part.start && span.start < part.end ? [at] : []))
        for (const at of inside) expect(from <= at && at < to).toBe(true)
        const before = notes.findLastIndex(({ span }) => span.start < part.start)
        const after = notes.findIndex(({ span }) => span.start >= part.end)
        expect(from).toBe(Math.max(0, before))
        expect(to).toBe(after === -1 ? notes.length : after + 1)
      }),
    )
  })
})
