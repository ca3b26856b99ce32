/**
 * Number of letters that were left out, put in, exchanged or swapped with their neighbour between two words (optimal string
 * alignment: F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7 (1964)).
 */
const slipsBetween = (a: string, b: string): number => {
  const width = b.length + 1
  const table = new Uint8Array((a.length + 1) * width)
  for (let row = 0; row <= a.length; row += 1) table[row * width] = row
  for (let column = 0; column < width; column += 1) table[column] = column
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column < width; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + Number(!same))
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      if (swapped) least = Math.min(least, at(row - 2, column - 2) + 1)
      table[row * width + column] = least
    }
  }
  return at(a.length, b.length)
}

/** Words as short as this differ by every letter, but for two that were swapped. */
const SHORT = 4
const LONG = 9
const LONGEST = 60

/** True when the one word is, by its letters, the other one misspelt. Both in small letters. */
export const isSlip = (a: string, b: string): boolean => {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (shorter < SHORT - 1 || longer > LONGEST || longer - shorter > 2 || /[\p{N}]/u.test(a + b)) return false
  // Whoever slips gets the first letter right, or swaps it with the second.
  const sameLetters = [...a].toSorted().join('') === [...b].toSorted().join('')
  if (a.charAt(0) !== b.charAt(0) && !sameLetters) return false
  if (shorter < SHORT) return sameLetters && slipsBetween(a, b) === 1
  return slipsBetween(a, b) <= (shorter >= LONG ? 2 : 1)
}
