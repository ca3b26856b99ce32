import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackNear, stackNotes } from '../../../src/renderer/views/notes/stack-notes.ts'

describe('stackNotes', () => {
  it('leaves notes at their passages where there is room', () => {
    expect(stackNotes({ wanted: [0, 100, 300], heights: [50, 50, 50], gap: 10 })).toEqual([0, 100, 300])
  })

  it('puts a note right below the one that takes its place', () => {
    expect(stackNotes({ wanted: [0, 20, 30], heights: [50, 40, 10], gap: 10 })).toEqual([0, 60, 110])
  })

  it('keeps the focused note at its passage and moves the others away from it', () => {
    expect(stackNotes({ wanted: [100, 110, 120], heights: [50, 50, 50], gap: 10, focused: 1 })).toEqual([50, 110, 170])
  })

  it('returns notes after the focused one to their own passages when they fit again', () => {
    expect(stackNotes({ wanted: [0, 10, 90], heights: [80, 30, 10], gap: 10, focused: 1 })).toEqual([-80, 10, 90])
  })

  it('lifts notes that would stand below the end of the article', () => {
    expect(stackNotes({ wanted: [300, 310], heights: [50, 50], gap: 10, limit: 350 })).toEqual([240, 300])
  })

  it('starts at the top when the notes are higher than the article', () => {
    expect(stackNotes({ wanted: [10, 20], heights: [200, 200], gap: 10, limit: 300 })).toEqual([0, 210])
  })

  it('never overlaps two notes, never changes their order, and honours the focus', () => {
    const notes = fc.array(
      fc.record({ top: fc.integer({ min: 0, max: 5_000 }), height: fc.integer({ min: 20, max: 400 }) }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(notes, fc.nat(), fc.boolean(), (unsorted, pick, limited) => {
        const sorted = unsorted.toSorted((a, b) => a.top - b.top)
        const wanted = sorted.map(note => note.top)
        const heights = sorted.map(note => note.height)
        const focused = pick % (sorted.length + 1)
        const tops = stackNotes({
          wanted,
          heights,
          gap: 8,
          focused: focused < sorted.length ? focused : undefined,
          limit: limited ? 3_000 : undefined,
        })
        for (let index = 1; index < tops.length; index += 1) {
          expect(tops[index]! - tops[index - 1]! - heights[index - 1]!).toBeGreaterThanOrEqual(8)
        }
        expect(focused < sorted.length ? tops[focused] : undefined).toBe(wanted[focused])
      }),
    )
  })
})

describe('stackNear', () => {
  const crowd = {
    wanted: Array.from({ length: 40 }, (_, index) => index * 10),
    heights: Array.from({ length: 40 }, () => 90),
    gap: 10,
  }
  const view = { top: 200, viewportHeight: 100 }

  it('leaves notes alone while those of the view are near their passages', () => {
    const request = { wanted: [0, 210], heights: [50, 50], gap: 10 }
    expect(stackNear(request, undefined, view)).toEqual([0, 210])
  })

  it('brings the first note of the view to its passage when a crowd before it pushed it away', () => {
    expect(stackNear(crowd, undefined, view)[20]).toBe(200)
  })

  it('keeps the focused note at its place while it is in view, and not after it has left it', () => {
    expect(stackNear(crowd, 25, view)[25]).toBe(250)
    expect(stackNear(crowd, 2, view)[20]).toBe(200)
  })
})
