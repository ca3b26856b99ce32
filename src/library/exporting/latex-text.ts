import { Transform } from 'unicode2latex'

/** What knows the macros of classic BibTeX with 7-bit styles; packages that a document may not load are not asked for. */
let transform: Transform | null = null

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Marks on one letter. More are no writing, and the library tries them in every order. */
const MOST_MARKS = 3

/** What stands as it is in every field. */
const PLAIN = /^[\dA-Za-z .,;:!?'"()*+/@=|[\]-]*$/

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

const latexCharacter = (character: string): string => {
  if (PLAIN.test(character) || (character.match(/\p{M}/gu) ?? []).length > MOST_MARKS) return character
  transform ??= new Transform('bibtex')
  const latex = transform.tolatex(character)
  // In braces it is one letter to BibTeX, and no macro runs into the letters after it.
  return latex === character.normalize('NFC') ? latex : `{${latex}}`
}

/**
 * A text as a value of a BibTeX field: one line in which LaTeX reads every sign as itself. Braces in it are always balanced. Signs that
 * LaTeX has no macro for, such as Chinese, stay as they are.
 */
export const latexText = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim()
  if (PLAIN.test(line)) return line
  return [...characters.segment(line)].map(({ segment }) => latexCharacter(segment)).join('')
}

/** A word that a style of BibTeX would write small: one with a capital, but for the first word of the title and of its subtitle. */
const hasCapital = (word: string): boolean => /\p{Lu}/u.test(word)
const hasInnerCapital = (word: string): boolean => /.\p{Lu}/u.test(word)

/** A title as a value of a BibTeX field, with its capitals kept in braces. */
export const latexTitle = (title: string): string => {
  let begins = true
  return title
    .split(/(\s+)/)
    .map(part => {
      if (/^\s*$/.test(part)) return part === '' ? '' : ' '
      const isKept = begins ? hasInnerCapital(part) : hasCapital(part)
      begins = /[:.?!]$/.test(part)
      return isKept ? `{${latexText(part)}}` : latexText(part)
    })
    .join('')
    .trim()
}
