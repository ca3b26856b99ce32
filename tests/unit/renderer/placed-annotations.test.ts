import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { PlacedAnnotations, placedOn } from '../../../src/renderer/state/placed-annotations.ts'
import type { PlacedAnnotation } from '../../../src/renderer/state/placed-annotations.ts'

const annotation = (id: string, start: number, end: number): Annotation => ({
  id,
  created: '',
  modified: '',
  version: 1,
  style: 'highlight',
  color: 'yellow',
  note: '',
  tags: [],
  selectors: { quote: { exact: 'x'.repeat(end - start), prefix: '', suffix: '' }, position: { start, end } },
})

const exact = (start: number, end: number): Verdict => ({ status: 'exact', start, end, score: 1 })
const gone: Verdict = { status: 'orphaned', reason: 'words-gone', rejected: null }
const placed = (id: string, start: number, end: number, found = true): PlacedAnnotation =>
  placedOn(annotation(id, start, end), found ? exact(start, end) : gone)

const names = (all: PlacedAnnotations): string[] => all.list.map(one => one.annotation.id)
const putAll = (all: PlacedAnnotations, list: readonly PlacedAnnotation[]): void =>
  all.put(new Map(list.map(one => [one.annotation.id, one])))

test('the longer of two that start together comes first, and what has no passage comes last', () => {
  const all = new PlacedAnnotations()
  putAll(all, [placed('lost', 0, 4, false), placed('b', 5, 9), placed('long', 5, 20), placed('a', 5, 9)])
  expect(names(all)).toEqual(['long', 'a', 'b', 'lost'])
})

test('one that is put in or taken out leaves the others the same objects, and the list that was read before as it was', () => {
  const all = new PlacedAnnotations()
  putAll(all, [placed('a', 0, 4), placed('c', 8, 12)])
  const before = all.list
  putAll(all, [placed('b', 5, 7)])
  expect(names(all)).toEqual(['a', 'b', 'c'])
  expect(before).toHaveLength(2)
  expect(all.list[2]).toBe(before[1])
  all.put(new Map([['a', null]]))
  expect(names(all)).toEqual(['b', 'c'])
  expect(all.get('a')).toBeNull()
})

test('whoever follows the changes comes to the same list, whatever was done', () => {
  const step = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 90 }),
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 9 }),
      kind: fc.constantFrom('found', 'lost', 'out'),
    }),
    // More than are put in one by one, too.
    { maxLength: 100 },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), steps => {
      const all = new PlacedAnnotations()
      const followed = new Set<PlacedAnnotation>()
      let seen = 0
      for (const entries of steps) {
        all.put(
          new Map(
            entries.map(({ id, start, length, kind }) => [
              String(id),
              kind === 'out' ? null : placed(String(id), start, start + length, kind === 'found'),
            ]),
          ),
        )
        for (const { before, after } of all.changes.slice(seen)) {
          if (before !== null) followed.delete(before)
          if (after !== null) followed.add(after)
        }
        seen = all.changes.length
        expect(new Set(all.list)).toEqual(followed)
        const places = all.list.map(({ span }) => span?.start ?? Infinity)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }),
  )
})
