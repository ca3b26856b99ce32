import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenLibrary } from '#library/open-library.ts'
import {
  documentPage,
  firstDocuments,
  followDocuments,
  gatherChanges,
} from '../../../src/main/handlers/shown-documents.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst of changes is told once, and the next one again', () => {
  const tell = vi.fn<() => void>()
  const changed = gatherChanges(tell)
  for (let i = 0; i < 20; i++) changed()
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(tell).toHaveBeenCalledOnce()
  changed()
  vi.advanceTimersByTime(100)
  expect(tell).toHaveBeenCalledTimes(2)
})

const listOf = (...documents: object[]): OpenLibrary => ({ documents: () => documents }) as unknown as OpenLibrary

test('has the newest and the one that was open last first, and pages of all', () => {
  const many = listOf(...Array.from({ length: 200 }, (_, at) => ({ id: `d${at}` })))
  const first = firstDocuments(many, 'd3').map(({ id }) => id)
  expect(first).toHaveLength(51)
  expect([first[0], first[1], first.at(-1)]).toEqual(['d3', 'd150', 'd199'])
  expect(firstDocuments(many, 'd180')).toHaveLength(50)
  expect(documentPage(many, 190, 100)).toMatchObject({ total: 200, documents: { length: 10 } })
})

test('tells only of documents that were changed, came, or went', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => ({ id, title: id }))
  const changes = followDocuments()
  changes(listOf(a ?? {}, b ?? {}, c ?? {}))
  const other = { ...b, title: 'B' }
  expect(changes(listOf(a ?? {}, other, d ?? {}))).toEqual({
    changed: [
      { id: 'b', title: 'B' },
      { id: 'd', title: 'd' },
    ],
    removed: ['c'],
    total: 3,
  })
  expect(changes(listOf(a ?? {}, other, d ?? {}))).toEqual({ changed: [], removed: [], total: 3 })
})
