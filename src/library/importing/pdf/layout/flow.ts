import type { Paragraph } from './paragraphs.ts'
import { listMark } from './paragraphs.ts'
import type { Line } from './lines.ts'
import type { Table } from './tables.ts'

/** What a paragraph is in its document. */
type Role = 'text' | 'heading' | 'caption' | 'note'

/** A paragraph or table in the order of the document; `lines` may come from several columns and pages. */
export type Part =
  | {
      readonly kind: 'paragraph'
      readonly role: Role
      readonly lines: readonly Line[]
      readonly size: number
      readonly bold: boolean
    }
  | Table

/** What stands in one column, from the top. */
export interface Column {
  readonly parts: readonly (Paragraph | Table)[]
  /** True for what stands beside a column that flows around it. */
  readonly aside: boolean
}

const caption =
  /^(?:fig(?:ure|\.)?|table|tab\.|scheme|box|chart|supplementary (?:fig|table)|abbildung|abb\.|tabelle)\s*[.:]?\s*(?:S?\d+|[IVX]+)\b/i

/** Type of a footnote, as a part of that of the body. */
const NOTE_SIZE = 0.93
const noteStart = /^(?:\d{1,2}|[*†‡§¶#‖]+|[a-z])(?:\s|(?=\p{Lu}))/u

/** Characters up to which a paragraph may be a heading. */
const LONGEST_HEADING = 220
const LARGER = 1.1

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join(' ')

export interface BodyType {
  readonly size: number
  readonly bold: boolean
}

const isHeading = ({ lines, size, bold }: Paragraph, body: BodyType, outline: ReadonlySet<string>): boolean => {
  const text = textOf(lines)
  if (text.length > LONGEST_HEADING || lines.length > 5 || !/\p{L}{2}/u.test(text)) return false
  if (lines.length <= 3 && outline.has(sameTitle(text))) return true
  if (size >= LARGER * body.size) return true
  if (!bold || body.bold || size < 0.95 * body.size) return false
  return lines.length <= 3 && !/[.,;]$/.test(text.replace(/\s+$/, ''))
}

/** A title as it is compared: letters and digits alone, without the number before it. */
export const sameTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/^[\s\d.]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

const roleOf = (paragraph: Paragraph, isLast: boolean, body: BodyType, outline: ReadonlySet<string>): Role => {
  const text = textOf(paragraph.lines)
  if (caption.test(text)) return 'caption'
  if (isHeading(paragraph, body, outline)) return 'heading'
  if (isLast && paragraph.size < NOTE_SIZE * body.size && noteStart.test(text)) return 'note'
  return 'text'
}

type Told = { readonly paragraph: Paragraph; readonly role: Role } | { readonly paragraph: null; readonly table: Table }

/** The roles of what stands in a column; notes are those at its foot. */
const tell = (column: Column, body: BodyType, outline: ReadonlySet<string>): Told[] => {
  const told: Told[] = []
  let isLast = true
  for (const part of column.parts.toReversed()) {
    if (part.kind === 'table') {
      told.unshift({ paragraph: null, table: part })
      isLast = false
      continue
    }
    const role = roleOf(part, isLast, body, outline)
    if (role !== 'note') isLast = isLast && part.size < NOTE_SIZE * body.size
    told.unshift({ paragraph: part, role })
  }
  return told
}

/** True when text does not end where the column does. */
const goesOn = (open: Paragraph): boolean => {
  const text = open.lines.at(-1)?.text ?? ''
  if (/[-\u2010\u00ad]$/.test(text)) return true
  return open.full && !/[.?!:。！？؟][\])”’"'»]*\s?[\d,–\][]*$/.test(text)
}

const isRest = (open: Paragraph, next: Paragraph): boolean => {
  const text = next.lines[0]?.text ?? ''
  if (Math.abs(next.size - open.size) > 0.1 * open.size || listMark(text) !== null) return false
  if (next.bold !== open.bold) return false
  // An entry of a list of references that has a number goes on until the next one, wherever its sentences end.
  if (/^\[\d/.test(open.lines[0]?.text ?? '')) return true
  if (/^\p{Ll}/u.test(text) && next.flush) return goesOn(open) || open.full
  return goesOn(open) && (next.flush || /^\p{Ll}/u.test(text))
}

/** A paragraph that may go on in the next column, with the lines of it so far. */
interface Open {
  readonly paragraph: Paragraph
  readonly lines: Line[]
}

const partOf = ({ size, bold }: Paragraph, role: Role, lines: readonly Line[]): Part => ({
  kind: 'paragraph',
  role,
  lines,
  size,
  bold,
})

const isListed = ({ lines }: Paragraph): boolean => listMark(lines[0]?.text ?? '') !== null

class Flow {
  readonly parts: Part[] = []
  #open: Open | null = null
  /** What stands between the halves of a paragraph, and comes after it. */
  #waiting: Part[] = []

  /** Ends the paragraph that is open. */
  settle(): void {
    if (this.#open !== null) this.parts.push(partOf(this.#open.paragraph, 'text', this.#open.lines))
    this.parts.push(...this.#waiting)
    this.#open = null
    this.#waiting = []
  }

  column(told: readonly Told[], aside: boolean): void {
    let first = true
    for (const one of told) {
      if (aside) {
        const part = one.paragraph === null ? one.table : partOf(one.paragraph, one.role, one.paragraph.lines)
        this.#waiting.push(part)
      } else if (one.paragraph === null) {
        if (this.#open === null && this.#waiting.length === 0) this.parts.push(one.table)
        else this.#waiting.push(one.table)
      } else if (one.role === 'caption' || one.role === 'note') {
        this.#waiting.push(partOf(one.paragraph, one.role, one.paragraph.lines))
      } else {
        this.#take(one.paragraph, one.role, first)
        first = false
      }
    }
  }

  #take(paragraph: Paragraph, role: Role, isFirst: boolean): void {
    const open = this.#open
    if (role === 'text' && isFirst && open !== null && isRest(open.paragraph, paragraph)) {
      open.lines.push(...paragraph.lines)
      this.#open = { paragraph, lines: open.lines }
      return
    }
    // Notes at the foot of a page do not cut a list in two.
    const held =
      role === 'text' && open !== null && isListed(open.paragraph) && isListed(paragraph) ? this.#waiting : []
    if (held.length > 0) this.#waiting = []
    this.settle()
    this.#waiting = held
    if (role === 'text') this.#open = { paragraph, lines: [...paragraph.lines] }
    else this.parts.push(partOf(paragraph, role, paragraph.lines))
  }
}

/**
 * Joins columns and pages: a paragraph that a column's end cuts is one again, and what stands between its halves, notes at the foot
 * and captions, comes after it.
 */
export const flow = (columns: readonly Column[], body: BodyType, outline: ReadonlySet<string>): Part[] => {
  const joined = new Flow()
  for (const column of columns) joined.column(tell(column, body, outline), column.aside)
  joined.settle()
  return joined.parts
}
