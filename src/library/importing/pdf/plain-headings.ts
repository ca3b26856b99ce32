import type { Part } from './layout/flow.ts'

/** Headings in type that is neither larger nor bold, such as small capitals and italics: their numbers tell them, or their names. */

/** Characters and lines up to which a paragraph may be a heading. */
const LONGEST = 160
const MOST_LINES = 3
/** Headings that count in one way at least. */
const FEWEST = 2

const counted = /^([IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+\p{Lu}[^]*[^.,;:!?\s\d]$/u

/** Sections that seldom have a number. */
export const namedSection =
  /^(?:abstract|summary|references|bibliography|acknowledge?ments?|zusammenfassung|literatur(?:verzeichnis)?|danksagung)$/i

type Way = 'roman' | 'letter' | 'decimal'

interface Candidate {
  readonly place: number
  readonly part: Extract<Part, { readonly kind: 'paragraph' }>
  readonly mark: string
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

const candidateOf = (part: Part, place: number): Candidate[] => {
  if (part.kind !== 'paragraph' || part.role !== 'text' || part.lines.length > MOST_LINES) return []
  const text = part.lines.map(line => line.text).join(' ')
  const mark = counted.exec(text)?.[1]
  return mark === undefined || text.length > LONGEST ? [] : [{ place, part, mark }]
}

/** Those that count on from the first number of their kind; a number of a kind may come again, as letters do in each section. */
const inTurn: Readonly<Record<Way, (candidates: readonly Candidate[]) => Candidate[]>> = {
  roman: candidates => {
    let next = 0
    return candidates.filter(({ mark }) => mark === ROMAN[next] && (next += 1) > 0)
  },
  letter: candidates => {
    let next = 'A'
    return candidates.filter(({ mark }) => {
      if (mark !== next && mark !== 'A') return false
      next = String.fromCodePoint((mark.codePointAt(0) ?? 0) + 1)
      return true
    })
  },
  decimal: candidates => candidates.filter(({ mark }) => /^\d/.test(mark)),
}

/**
 * Parts with those paragraphs as headings that are short, end without a stop, and count sections or have the name of one. Entries of a list
 * stand right below each other.
 */
export const withPlainHeadings = (parts: readonly Part[]): readonly Part[] => {
  const candidates = parts.flatMap(candidateOf)
  const roman = inTurn.roman(candidates)
  const ways = [
    roman,
    // Letters alone count many things.
    roman.length < FEWEST ? [] : inTurn.letter(candidates.filter(candidate => !roman.includes(candidate))),
    inTurn.decimal(candidates),
  ]
  const headings = new Set<Part>()
  for (const counting of ways) {
    const places = new Set(counting.map(({ place }) => place))
    const apart = counting.filter(({ place }) => !places.has(place + 1) && !places.has(place - 1))
    if (apart.length >= FEWEST) for (const { part } of apart) headings.add(part)
  }
  for (const part of parts)
    if (
      part.kind === 'paragraph' &&
      part.role === 'text' &&
      namedSection.test(part.lines.map(({ text }) => text).join(' '))
    )
      headings.add(part)
  return parts.map(part => (part.kind === 'paragraph' && headings.has(part) ? { ...part, role: 'heading' } : part))
}
