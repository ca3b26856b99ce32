import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bisect } from '#core/order/bisect.ts'

describe('bisect', () => {
  it('finds the first number that is not before, as a search from the start does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -25, max: 25 }), (numbers, wanted) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        const first = sorted.findIndex(number => number >= wanted)
        const found = bisect(0, sorted.length, at => (sorted[at] ?? Infinity) < wanted)
        expect(found).toBe(first === -1 ? sorted.length : first)
      }),
    )
  })

  it('looks only at the part that it is given', () => {
    expect(bisect(3, 7, at => at < 1)).toBe(3)
    expect(bisect(3, 7, at => at < 5)).toBe(5)
    expect(bisect(3, 7, at => at < 9)).toBe(7)
    expect(bisect(4, 4, () => true)).toBe(4)
  })

  it('asks about the logarithm of the numbers', () => {
    let asked = 0
    bisect(0, 1_000_000, at => {
      asked += 1
      return at < 777_777
    })
    expect(asked).toBeLessThanOrEqual(20)
  })
})
