import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceToBeginning, distanceToEnding } from '#core/anchoring/bit-parallel.ts'

/** Edit distance between `a` and every beginning of `b`, by the table that everybody knows. */
const distancesToBeginnings = (a: string, b: string): number[] => {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + Number(a[row - 1] !== b[column - 1])
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above
}

const reversed = (text: string): string => text.split('').toReversed().join('')

const shortText = fc.array(fc.constantFrom('a', 'b', 'c', '痛', '\uD83E'), { maxLength: 40 }).map(list => list.join(''))
/** Longer than one machine word of 32, and than two. */
const longText = fc
  .array(fc.constantFrom('ab', 'cab', 'pain ', 'IL-1'), { minLength: 12, maxLength: 40 })
  .map(list => list.join(''))
const text = fc.oneof(shortText, longText)

describe('distances by bits', () => {
  it('are those of the table, from the beginning and from the end', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distanceToBeginning(a, b)).toBe(Math.min(...distancesToBeginnings(a, b)))
        expect(distanceToEnding(a, b)).toBe(Math.min(...distancesToBeginnings(reversed(a), reversed(b))))
      }),
      { numRuns: 400 },
    )
  })

  it.each([31, 32, 33, 63, 64, 65, 96, 97])('are right for a pattern of %i units', length => {
    const pattern = Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7) % 26))).join('')
    const edited = `${pattern.slice(0, 5)}XY${pattern.slice(6, -3)}${pattern.slice(-2)}`
    expect(distanceToBeginning(pattern, `${edited} and more`)).toBe(
      Math.min(...distancesToBeginnings(pattern, `${edited} and more`)),
    )
  })

  it('of an empty pattern is nothing, and to an empty text all of the pattern', () => {
    expect(distanceToBeginning('', 'abc')).toBe(0)
    expect(distanceToEnding('', '')).toBe(0)
    expect(distanceToBeginning('abc', '')).toBe(3)
    expect(distanceToEnding('abc', '')).toBe(3)
  })
})
