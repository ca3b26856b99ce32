import type { Part } from './layout/flow.ts'
import { sameTitle } from './layout/flow.ts'

type Paragraph = Extract<Part, { readonly kind: 'paragraph' }>

const textOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ')

const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{L}/u

/** Sections by Roman numbers, and parts of them by letters. */
const roman = /^[IVX]{1,5}\.\s+\p{L}/u
const lettered = /^[A-Z]\.\s+\p{L}/u

const rounded = (size: number): number => Math.round(size * 2) / 2

const DEEPEST = 6
/** Levels that sizes of type are told apart by, below the title. */
const SIZES = 3

/** The heading that is the document's title: the largest on its first page. Null when none is larger than the others. */
export const findTitle = (parts: readonly Part[]): Paragraph | null => {
  const headings = parts.filter(
    (part): part is Paragraph =>
      part.kind === 'paragraph' && part.role === 'heading' && part.lines[0]?.pieces[0]?.item.place.page === 0,
  )
  let title: Paragraph | null = null
  for (const heading of headings)
    if (textOf(heading).length > 3 && (title === null || heading.size > title.size + 0.4)) title = heading
  if (title === null) return null
  const { size } = title
  const alike = headings.filter(heading => Math.abs(heading.size - size) < 0.4)
  // Several of one size are sections, unless the first is the one that stands alone at the top.
  return alike.length === 1 || alike[0] === parts[0] ? title : null
}

/** Parts below the title among which the authors are. */
const BYLINES = 4

/** What stands right below the title in large type, as the authors do, and is no heading. */
const bylines = (
  parts: readonly Part[],
  title: Part | null,
  outline: ReadonlyMap<string, number>,
): ReadonlySet<Part> => {
  const found = new Set<Part>()
  const place = title === null ? -1 : parts.indexOf(title)
  for (const part of place < 0 ? [] : parts.slice(place + 1, place + 1 + BYLINES)) {
    if (part.kind !== 'paragraph' || part.role !== 'heading' || part.bold) break
    if (outline.has(sameTitle(textOf(part)))) break
    found.add(part)
  }
  return found
}

/** The level of each heading: from the outline, from its number, or from the size of its type among the others. */
export const headingLevels = (
  parts: readonly Part[],
  title: Part | null,
  outline: ReadonlyMap<string, number>,
): ReadonlyMap<Part, number> => {
  const below = bylines(parts, title, outline)
  const headings = parts.filter(
    (part): part is Paragraph =>
      part.kind === 'paragraph' && part.role === 'heading' && part !== title && !below.has(part),
  )
  const looks = (heading: Paragraph): number => rounded(heading.size) * 2 + (heading.bold ? 1 : 0)
  const ranks = [...new Set(headings.map(looks))].toSorted((a, b) => b - a)
  const hasRoman = headings.filter(heading => roman.test(textOf(heading))).length > 1
  const titled = title !== null && outline.get(sameTitle(textOf(title as Paragraph))) === 0
  const levels = new Map<Part, number>(title === null ? [] : [[title, 1]])
  for (const heading of headings) {
    const depth = outline.get(sameTitle(textOf(heading)))
    const parsed = number.exec(textOf(heading))
    // Where the outline begins with the title, what is below it has its depth already.
    const level =
      depth !== undefined
        ? depth + (titled ? 1 : 2)
        : parsed !== null
          ? 1 + (parsed[1] ?? '').split('.').length
          : hasRoman && roman.test(textOf(heading))
            ? 2
            : hasRoman && lettered.test(textOf(heading))
              ? 3
              : 2 + Math.min(SIZES - 1, ranks.indexOf(looks(heading)))
    levels.set(heading, Math.max(2, Math.min(DEEPEST, level)))
  }
  return levels
}
