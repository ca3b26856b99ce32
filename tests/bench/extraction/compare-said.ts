import { readIsoDate } from '#library/importing/read-iso-date.ts'

/** What a page says of its article outside of its text, as one extractor puts it: in words, or nothing. */
export interface Said {
  readonly title?: string | null | undefined
  readonly authors?: string | null | undefined
  readonly published?: string | null | undefined
  readonly publisher?: string | null | undefined
  readonly language?: string | null | undefined
}

/** What a person read in the page; absent where it does not say. */
export interface ExpectedSaid {
  readonly title: string
  readonly authors: readonly string[]
  readonly published?: string
  readonly updated?: string
  readonly publisher?: string
  readonly language: string
  readonly doi?: string
  /** How the page names the pictures of the article, in its order. */
  readonly pictures: readonly string[]
  /** What of the article cannot be kept, as the warning says it. */
  readonly missed: readonly string[]
}

export const saidFields = ['title', 'authors', 'published', 'publisher', 'language'] as const
type SaidField = (typeof saidFields)[number]

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Names are the same whichever part of them comes first. */
const nameWords = (names: string): readonly string[] => plain(names).match(/[\p{L}\p{M}]+/gu) ?? []

/** The calendar day of a time, whichever zone it is in. */
const dayOf = (written: string): string | undefined => readIsoDate(written)?.slice(0, 10)

/** Authors are right when all are named and hardly anything else is said; a language when it is the same one, wherever it is spoken. */
const agrees = (field: SaidField, said: string, expected: ExpectedSaid): boolean => {
  switch (field) {
    case 'authors':
      return (
        expected.authors.flatMap(nameWords).every(word => nameWords(said).includes(word)) &&
        plain(said).length <= plain(expected.authors.join(', ')).length + 12
      )
    case 'published':
      return dayOf(said) === expected.published
    case 'language':
      return plain(said).split(/[-_]/)[0] === plain(expected.language).split('-')[0]
    case 'title':
    case 'publisher':
      return plain(said) === plain(expected[field] ?? '')
  }
}

/** Of one field of one page: whether the page says it, and whether what an extractor says is so. `wrong`: it says what the page does not. */
export interface SaidScore {
  readonly asked: boolean
  readonly right: boolean
  readonly wrong: boolean
}

export const compareSaid = (field: SaidField, said: Said, expected: ExpectedSaid): SaidScore => {
  const words = said[field]?.trim() ?? ''
  const isSaid = words !== '' && words !== 'und'
  const asked =
    field === 'authors' ? expected.authors.length > 0 : expected[field] !== undefined && expected[field] !== 'und'
  const right = asked && isSaid && agrees(field, words, expected)
  return { asked, right, wrong: isSaid && !right }
}
