/** A title without what two ways to write it differ in: case, punctuation, space. */
export const labelKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')

/** The share of the longer one that the shorter one must be. */
const ALIKE = 0.5

/** Whether two titles are the same one, of which one may have a number or a part more: `3. Results` and `Results`. */
export const labelsAgree = (a: string, b: string): boolean => {
  const [short = '', long = ''] = [labelKey(a), labelKey(b)].toSorted((one, other) => one.length - other.length)
  return short !== '' && (short === long || (short.length >= long.length * ALIKE && long.includes(short)))
}
