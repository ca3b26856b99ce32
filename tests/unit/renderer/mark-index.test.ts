import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexMarks } from '../../../src/renderer/rendering/mark-index.ts'

test('of the marks on a character the shortest comes first', () => {
  const index = indexMarks([
    { id: 'paragraph', start: 0, end: 100 },
    { id: 'sentence', start: 10, end: 60 },
    { id: 'word', start: 20, end: 25 },
    { id: 'elsewhere', start: 70, end: 80 },
  ])
  expect(index.at(22)).toEqual(['word', 'sentence', 'paragraph'])
  expect(index.at(75)).toEqual(['elsewhere', 'paragraph'])
})

test('a mark holds its first character and not the one after its last', () => {
  const index = indexMarks([{ id: 'word', start: 5, end: 9 }])
  expect(index.at(4)).toEqual([])
  expect(index.at(5)).toEqual(['word'])
  expect(index.at(8)).toEqual(['word'])
  expect(index.at(9)).toEqual([])
})

test('finds every mark on a character and no other', () => {
  const marks = fc
    .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })))
    .map(spans => spans.map(([start, length], id) => ({ id: String(id), start, end: start + length })))
  fc.assert(
    fc.property(marks, fc.nat(65), (all, offset) => {
      const expected = all.filter(({ start, end }) => start <= offset && offset < end).map(({ id }) => id)
      expect(indexMarks(all).at(offset).toSorted()).toEqual(expected.toSorted())
    }),
  )
})
