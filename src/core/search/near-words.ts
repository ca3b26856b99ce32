/** How many slips a word of this length may hold: two letters exchanged, one too many, one missing, or another one each. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/**
 * Slips between two words, at most `most`; above that it is not counted on. The optimal string alignment distance: Damerau (1964)
 * with each letter in one exchange at most.
 */
export const slipsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      row.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

export interface NearWord {
  readonly word: string
  readonly slips: number
}

/** Which of 26 letters a word has, a bit each. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

const bitsIn = (bits: number): number => {
  let left = bits
  let count = 0
  for (; left !== 0; count += 1) left &= left - 1
  return count
}

/**
 * Words of a vocabulary that `word` may be meant for, those with the fewest slips; none for short words and for those with digits.
 * `asBeginning` also takes words that begin with something near, for a word that is still being typed.
 */
export const nearWords = (word: string, vocabulary: Iterable<string>, asBeginning = false): NearWord[] => {
  const most = slipsIn(word.length)
  if (most === 0 || /\p{N}/u.test(word)) return []
  const letters = lettersOf(word)
  let near: NearWord[] = []
  let fewest = most
  const take = (candidate: string, compared: string): void => {
    if (compared === word || bitsIn(lettersOf(compared) ^ letters) > 2 * fewest) return
    const slips = slipsBetween(word, compared, fewest)
    if (slips > fewest) return
    if (slips < fewest) near = []
    fewest = slips
    near.push({ word: candidate, slips })
  }
  for (const candidate of vocabulary) {
    const longer = candidate.length - word.length
    if (longer < -fewest) continue
    if (longer <= fewest) take(candidate, candidate)
    else if (asBeginning) take(candidate, candidate.slice(0, word.length))
  }
  return near.filter(({ slips }) => slips === fewest)
}
