import { greekLetters } from '../../text/greek-letters.ts'

/**
 * The form in which names are looked for: lower case, Greek letters spelt out, hyphens and apostrophes left out, and one blank
 * between words, so that a search can begin at any word of a name.
 */
export const searchForm = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Greek}|µ/gu, letter => greekLetters[letter] ?? letter)
    .replace(/[-‐‑‒–—'’]/gu, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/u.test(character)

/**
 * Whether a name has `sought` at the beginning of one of its words; both are search forms. A number is not cut: `il1` finds
 * `il1 beta` and not `il10`.
 */
export const hasWords = (form: string, sought: string): boolean => {
  const begins = (text: string, at: number): boolean => !(isDigit(sought.at(-1)) && isDigit(text[at + sought.length]))
  for (let at = form.indexOf(sought); at >= 0; at = form.indexOf(sought, at + 1))
    if ((at === 0 || form[at - 1] === ' ') && begins(form, at)) return true
  // "over activation" finds "overactivation", and the other way round.
  const [joined, whole] = [form.replaceAll(' ', ''), sought.replaceAll(' ', '')]
  return joined.startsWith(whole) && !(isDigit(whole.at(-1)) && isDigit(joined[whole.length]))
}
