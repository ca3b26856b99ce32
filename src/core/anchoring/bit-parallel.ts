const WORD = 32

/** Which positions of the pattern hold a character: one bit a position, 32 a word. */
interface PatternBits {
  readonly length: number
  readonly words: number
  readonly bits: ReadonlyMap<number, Int32Array>
}

const bitsOf = (pattern: string): PatternBits => {
  const words = Math.max(1, Math.ceil(pattern.length / WORD))
  const bits = new Map<number, Int32Array>()
  for (let at = 0; at < pattern.length; at += 1) {
    const code = pattern.charCodeAt(at)
    let row = bits.get(code)
    if (row === undefined) {
      row = new Int32Array(words)
      bits.set(code, row)
    }
    const word = at >>> 5
    row[word] = (row[word] ?? 0) | (1 << (at & 31))
  }
  return { length: pattern.length, words, bits }
}

/**
 * Edit distance (insertions, deletions, replacements of UTF-16 units) between the pattern and the text up to each of its
 * units; both begin together.
 *
 * G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, JACM 46 (1999);
 * blocks and the horizontal differences between them as in H. Hyyrö, A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances, Nordic J. Computing 10 (2003).
 */
const eachDistance = ({ length, words, bits }: PatternBits, text: string, visit: (distance: number) => void): void => {
  const plus = new Int32Array(words).fill(-1)
  const minus = new Int32Array(words)
  const lastBit = 1 << ((length - 1) & 31)
  let distance = length
  visit(distance)
  for (let at = 0; at < text.length; at += 1) {
    const row = bits.get(text.charCodeAt(at))
    let carried = 1
    for (let word = 0; word < words; word += 1) {
      const equal = row === undefined ? 0 : (row[word] ?? 0)
      const vPlus = plus[word] ?? 0
      const vMinus = minus[word] ?? 0
      const vertical = equal | vMinus
      const entering = carried < 0 ? equal | 1 : equal
      const horizontal = (((entering & vPlus) + vPlus) ^ vPlus) | entering
      let hPlus = vMinus | ~(horizontal | vPlus)
      let hMinus = vPlus & horizontal
      const top = word === words - 1 ? lastBit : 1 << 31
      const leaving = (hPlus & top) !== 0 ? 1 : (hMinus & top) !== 0 ? -1 : 0
      hPlus = (hPlus << 1) | (carried > 0 ? 1 : 0)
      hMinus = (hMinus << 1) | (carried < 0 ? 1 : 0)
      plus[word] = hMinus | ~(vertical | hPlus)
      minus[word] = hPlus & vertical
      carried = leaving
    }
    distance += carried
    visit(distance)
  }
}

const reverse = (text: string): string => {
  let reversed = ''
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text.charAt(at)
  return reversed
}

/** The bits of a pattern of one word by code unit, cleared after each use. */
const shortBits = new Int32Array(0x10000)

/** The least of the distances for a pattern of at most 32 units: one word holds it, and nothing is carried on. */
const shortDistance = (pattern: string, text: string, backwards: boolean): number => {
  const { length } = pattern
  const lastUnit = length - 1
  for (let at = 0; at < length; at += 1) {
    const unit = pattern.charCodeAt(backwards ? lastUnit - at : at)
    shortBits[unit] = (shortBits[unit] ?? 0) | (1 << at)
  }
  const lastBit = 1 << lastUnit
  let plus = -1
  let minus = 0
  let distance = length
  let least = length
  for (let at = 0; at < text.length; at += 1) {
    const equal = shortBits[text.charCodeAt(backwards ? text.length - 1 - at : at)] ?? 0
    const vertical = equal | minus
    const horizontal = (((equal & plus) + plus) ^ plus) | equal
    const hPlus = minus | ~(horizontal | plus)
    const hMinus = plus & horizontal
    if ((hPlus & lastBit) !== 0) distance += 1
    else if ((hMinus & lastBit) !== 0) distance -= 1
    if (distance < least) least = distance
    const entering = (hPlus << 1) | 1
    plus = (hMinus << 1) | ~(vertical | entering)
    minus = entering & vertical
  }
  for (let at = 0; at < length; at += 1) shortBits[pattern.charCodeAt(at)] = 0
  return least
}

/** Edit distance between the pattern and the nearest beginning of the text. An empty pattern has distance 0. */
export const distanceToBeginning = (pattern: string, text: string): number => {
  if (pattern === '') return 0
  if (pattern.length <= WORD) return shortDistance(pattern, text, false)
  let least = pattern.length
  eachDistance(bitsOf(pattern), text, distance => {
    if (distance < least) least = distance
  })
  return least
}

/** Edit distance between the pattern and the nearest end of the text. */
export const distanceToEnding = (pattern: string, text: string): number =>
  pattern.length > 0 && pattern.length <= WORD
    ? shortDistance(pattern, text, true)
    : distanceToBeginning(reverse(pattern), reverse(text))
