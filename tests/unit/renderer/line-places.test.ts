import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LinePlaces } from '../../../src/renderer/views/shelves/line-places.ts'

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at)

test('a line that stays keeps its place, one that comes takes that of one that left', () => {
  const places = new LinePlaces()
  expect([...places.assign([5, 6, 7])]).toEqual([
    [5, 0],
    [6, 1],
    [7, 2],
  ])
  expect([...places.assign([6, 7, 8])]).toEqual([
    [6, 1],
    [7, 2],
    [8, 0],
  ])
})

test('the line that has the keyboard keeps its place wherever the view goes', () => {
  const places = new LinePlaces()
  const place = places.assign(range(0, 20)).get(3)
  for (let top = 100; top < 10_000; top += 700) expect(places.assign([3, ...range(top, 20)]).get(3)).toBe(place)
})

test('whatever the view does, each line has a place of its own, and new places come only when there are none to take over', () => {
  const views = fc.array(fc.uniqueArray(fc.nat(60), { maxLength: 25 }), { maxLength: 30 })
  fc.assert(
    fc.property(views, seen => {
      const places = new LinePlaces()
      let before: readonly number[] = []
      for (const lines of seen) {
        const used = [...places.assign(lines).values()]
        expect(new Set(used).size).toBe(lines.length)
        const known = new Set(before)
        expect(used.filter(place => !known.has(place)).length).toBe(Math.max(0, lines.length - before.length))
        before = used
      }
    }),
  )
})
