import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexMarks } from '../../../src/renderer/rendering/mark-index.ts'
import { spansIn } from '../../../src/renderer/rendering/spans-in.ts'

const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })), { maxLength: 200 })
const marksOf = (list: readonly (readonly [number, number])[]) =>
  list.map(([start, length], id) => ({ id: String(id), start, end: start + length }))

test('marks that come and go in any order are found as a plain list would find them', () => {
  const step = fc.record({
    put: fc.boolean(),
    which: fc.nat(400),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 25 }),
  })
  fc.assert(
    fc.property(spans, fc.array(step, { maxLength: 200 }), fc.nat(80), (first, steps, start) => {
      let list = marksOf(first)
      const index = indexMarks(list)
      const deleted: boolean[] = []
      for (const [number, { put, which, ...span }] of steps.entries()) {
        const mark = list[which % Math.max(1, list.length)]
        if (put || mark === undefined) {
          const added = { id: `added ${number}`, start: span.start, end: span.start + span.length }
          list.push(added)
          index.add(added)
        } else {
          list = list.filter(({ id }) => id !== mark.id)
          // What is gone cannot be taken out once more.
          deleted.push(index.delete(mark), !index.delete(mark))
        }
      }
      expect(deleted).not.toContain(false)
      const part = { start, end: start + 7 }
      const found = index.overlapping(part)
      const expected = list.filter(mark => mark.start < part.end && mark.end > part.start)
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      expect(found.map(mark => mark.start)).toEqual(found.map(mark => mark.start).toSorted((a, b) => a - b))
      expect(index.size).toBe(list.length)
    }),
  )
})

test('many marks that come at once and go one by one leave none behind', () => {
  const marks = marksOf(Array.from({ length: 500 }, (_, number) => [number * 3, 4] as const))
  const index = indexMarks<(typeof marks)[number]>([])
  index.addAll(marks)
  for (const mark of marks.toReversed()) expect(index.delete(mark)).toBe(true)
  expect(index.size).toBe(0)
  expect(index.overlapping({ start: 0, end: 2_000 })).toEqual([])
})

test('the spans in a part of the text are found among spans in order and among others', () => {
  fc.assert(
    fc.property(spans, fc.boolean(), fc.nat(80), (list, sorted, start) => {
      const all = sorted ? marksOf(list).toSorted((a, b) => a.start - b.start || a.end - b.end) : marksOf(list)
      const part = { start, end: start + 10 }
      expect(spansIn(all, part)).toEqual(all.filter(span => span.start < part.end && span.end > part.start))
    }),
  )
})
