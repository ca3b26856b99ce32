import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenLibrary } from '#library/open-library.ts'
import { gatherChanges, shownDocuments } from '../../../src/main/handlers/shown-documents.ts'

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

test('the window is not sent what only serves to recognise newer copies', () => {
  const entry = { id: 'a', title: 'A', sketch: '00ff' }
  const library = { documents: () => [entry] } as unknown as OpenLibrary
  expect(shownDocuments(library)).toEqual([{ id: 'a', title: 'A' }])
})
