import type { Part } from './layout/flow.ts'
import { sameTitle } from './layout/flow.ts'

type Paragraph = Extract<Part, { readonly kind: 'paragraph' }>

const textOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ')

const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{L}/u

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

/** True for what stands right below the title in large type, as the authors do. */
const isByline = (
  parts: readonly Part[],
  heading: Paragraph,
  title: Part | null,
  outline: ReadonlyMap<string, number>,
): boolean => {
  const place = title === null ? -1 : parts.indexOf(title)
  const between = parts.slice(place + 1, Math.min(parts.indexOf(heading), place + 8))
  return (
    place >= 0 &&
    parts.indexOf(heading) <= place + 4 &&
    parts.indexOf(heading) > place &&
    !heading.bold &&
    !outline.has(sameTitle(textOf(heading))) &&
    between.every(part => part.kind === 'paragraph' && part.role === 'heading' && !part.bold)
  )
}

/** The level of each heading: from the outline, from its number, or from the size of its type among the others. */
export const headingLevels = (
  parts: readonly Part[],
  title: Part | null,
  outline: ReadonlyMap<string, number>,
): ReadonlyMap<Part, number> => {
  const headings = parts.filter(
    (part): part is Paragraph =>
      part.kind === 'paragraph' && part.role === 'heading' && part !== title && !isByline(parts, part, title, outline),
  )
  const looks = (heading: Paragraph): number => rounded(heading.size) * 2 + (heading.bold ? 1 : 0)
  const ranks = [...new Set(headings.map(looks))].toSorted((a, b) => b - a)
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
          : 2 + Math.min(SIZES - 1, ranks.indexOf(looks(heading)))
    levels.set(heading, Math.max(2, Math.min(DEEPEST, level)))
  }
  return levels
}
