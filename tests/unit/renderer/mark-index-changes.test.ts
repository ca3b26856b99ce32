import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexMarks } from '../../../src/renderer/rendering/mark-index.ts'
import { spansIn } from '../../../src/renderer/rendering/spans-in.ts'

const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })), { maxLength: 200 })
const marksOf = (list: readonly (readonly [number, number])[]) =>
  list.map(([start, length], id) => ({ id: String(id), start, end: start + length }))

test('marks that come and go one by one are found as if all had been there from the start', () => {
  fc.assert(
    fc.property(spans, fc.nat(200), fc.nat(80), fc.integer({ min: 1, max: 20 }), (list, first, start, length) => {
      const marks = marksOf(list)
      const index = indexMarks(marks.slice(0, first))
      for (const mark of marks.slice(first)) index.add(mark)
      for (const mark of marks) if (Number(mark.id) % 3 === 0) expect(index.delete(mark)).toBe(true)
      const left = marks.filter(({ id }) => Number(id) % 3 !== 0)
      const expected = left.filter(mark => mark.start < start + length && mark.end > start).map(({ id }) => id)
      const found = index.overlapping({ start, end: start + length })
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
      expect(found.map(mark => mark.start)).toEqual(found.map(mark => mark.start).toSorted((a, b) => a - b))
      expect(index.size).toBe(left.length)
    }),
  )
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
