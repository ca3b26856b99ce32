import type { DocumentEntry } from '../article/document-entry.ts'
import { divideName } from '../article/person-name.ts'

/** Letters that are no letter with a mark, in the way in which they are written without them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Only `a`–`z` and digits, which every program takes; empty for words in other scripts. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøłđðþı]/g, letter => SPELT[letter] ?? '')
    .replace(/[^a-z\d]/g, '')

/** Small words with which a title may begin and which say nothing of it. */
const SMALL: ReadonlySet<string> = new Set(
  'a an the on of in for to and or with by from at is are does do can how what why when which der die das ein eine le la les un une el los'.split(
    ' ',
  ),
)

const LONGEST_WORD = 24

/** Author, year and first word of the title that says something: `doe2024stem`. */
const wantedKey = ({ title, authors, published }: Pick<DocumentEntry, 'title' | 'authors' | 'published'>): string => {
  const name = authors[0] === undefined ? null : divideName(authors[0])
  const author =
    name === null
      ? ''
      : 'literal' in name
        ? (name.literal
            .split(' ')
            .map(plain)
            .find(word => word !== '' && !SMALL.has(word)) ?? '')
        : plain(name.family)
  const words = title
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plain)
    .filter(Boolean)
  const word = words.find(one => !SMALL.has(one)) ?? words[0] ?? ''
  const year = published?.slice(0, 4) ?? ''
  return `${author.slice(0, LONGEST_WORD)}${year}${word.slice(0, LONGEST_WORD)}` || 'article'
}

/** The citation key that the reader chose, or would have chosen. */
type Cited = Pick<DocumentEntry, 'id' | 'title' | 'authors' | 'published' | 'corrected'>

/**
 * The citation key of every document, unique among them. Keys that the reader chose come first; of documents that want the same key the
 * one that was added first has it, and the next ones a number after it, so that a new document changes no key of the others.
 * @param entries as they are shown, in the order in which they were added
 */
export const citationKeys = (entries: readonly Cited[]): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>()
  const taken = new Set<string>()
  const take = (id: string, wanted: string): void => {
    let key = wanted
    for (let number = 2; taken.has(key.toLowerCase()); number += 1) key = `${wanted}-${number}`
    // BibTeX does not tell keys apart by their case.
    taken.add(key.toLowerCase())
    keys.set(id, key)
  }
  for (const { id, corrected } of entries) if (corrected?.key !== undefined) take(id, corrected.key)
  for (const entry of entries) if (!keys.has(entry.id)) take(entry.id, wantedKey(entry))
  return keys
}
