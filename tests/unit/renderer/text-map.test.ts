import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endPlace, offsetOf, startPlace } from '../../../src/renderer/rendering/text-map.ts'
import type { TextMap } from '../../../src/renderer/rendering/text-map.ts'

/** A map of segments `[start, end]`, with soft hyphens before the given text offsets. */
const mapOf = (segments: readonly (readonly [number, number])[], breaks: readonly number[] = []): TextMap => ({
  starts: Uint32Array.from(segments, ([start]) => start),
  ends: Uint32Array.from(segments, ([, end]) => end),
  breaks: Uint32Array.from(breaks),
})

describe('without soft hyphens', () => {
  // "Stem cells" in three text nodes, a line feed of the text, then "renew".
  const map = mapOf([
    [0, 5],
    [5, 8],
    [8, 10],
    [11, 16],
  ])

  test('a passage starts in the node that holds its first character', () => {
    expect(startPlace(map, 0)).toEqual({ segment: 0, offset: 0 })
    expect(startPlace(map, 5)).toEqual({ segment: 1, offset: 0 })
    expect(startPlace(map, 9)).toEqual({ segment: 2, offset: 1 })
  })

  test('a passage ends in the node that holds its last character', () => {
    expect(endPlace(map, 5)).toEqual({ segment: 0, offset: 5 })
    expect(endPlace(map, 10)).toEqual({ segment: 2, offset: 2 })
  })

  test('a line feed between blocks belongs to what follows as a start and to what stands before as an end', () => {
    expect(startPlace(map, 10)).toEqual({ segment: 3, offset: 0 })
    expect(endPlace(map, 11)).toEqual({ segment: 2, offset: 2 })
  })

  test('there is no start at the end of the text and no end at its beginning', () => {
    expect(startPlace(map, 16)).toBeNull()
    expect(startPlace(map, 99)).toBeNull()
    expect(endPlace(map, 0)).toBeNull()
    expect(endPlace(map, 99)).toEqual({ segment: 3, offset: 5 })
  })

  test('an article without words has no places', () => {
    const empty = mapOf([])
    expect(startPlace(empty, 0)).toBeNull()
    expect(endPlace(empty, 0)).toBeNull()
  })
})

describe('with soft hyphens', () => {
  // "neurotrophic" as neu-ro-trophic: the node holds 14 characters, the text 12.
  const map = mapOf([[20, 32]], [23, 25])

  test('places count the soft hyphens that stand before them', () => {
    expect(startPlace(map, 22)).toEqual({ segment: 0, offset: 2 })
    expect(startPlace(map, 24)).toEqual({ segment: 0, offset: 5 })
    expect(startPlace(map, 31)).toEqual({ segment: 0, offset: 13 })
  })

  test('a passage neither begins nor ends with a soft hyphen', () => {
    expect(startPlace(map, 23)).toEqual({ segment: 0, offset: 4 })
    expect(endPlace(map, 23)).toEqual({ segment: 0, offset: 3 })
  })

  test('the places before and after a soft hyphen are the same offset of the text', () => {
    expect(offsetOf(map, { segment: 0, offset: 3 })).toBe(23)
    expect(offsetOf(map, { segment: 0, offset: 4 })).toBe(23)
    expect(offsetOf(map, { segment: 0, offset: 5 })).toBe(24)
  })
})

/** Text nodes with gaps between blocks and soft hyphens anywhere inside of them. */
const anyMap = fc
  .array(
    fc.record({
      gap: fc.boolean(),
      length: fc.integer({ min: 1, max: 9 }),
      hyphens: fc.uniqueArray(fc.integer({ min: 1, max: 8 })),
    }),
    { minLength: 1 },
  )
  .map(nodes => {
    const segments: [number, number][] = []
    const breaks: number[] = []
    let offset = 0
    for (const { gap, length, hyphens } of nodes) {
      if (gap && segments.length > 0) offset += 1
      for (const hyphen of hyphens.toSorted((a, b) => a - b)) if (hyphen < length) breaks.push(offset + hyphen)
      segments.push([offset, offset + length])
      offset += length
    }
    return { map: mapOf(segments, breaks), segments }
  })

test('every character is found at its place, and its place leads back to it', () => {
  fc.assert(
    fc.property(anyMap, ({ map, segments }) => {
      for (const [index, [start, end]] of segments.entries()) {
        for (let offset = start; offset < end; offset += 1) {
          const from = startPlace(map, offset)
          const to = endPlace(map, offset + 1)
          expect(from?.segment).toBe(index)
          expect(to?.segment).toBe(index)
          expect((to?.offset ?? 0) - (from?.offset ?? 0)).toBe(1)
          expect(from && offsetOf(map, from)).toBe(offset)
          expect(to && offsetOf(map, to)).toBe(offset + 1)
        }
      }
    }),
  )
})
