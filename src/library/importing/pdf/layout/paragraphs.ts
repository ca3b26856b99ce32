import { median } from './page-text.ts'
import type { Line } from './lines.ts'

/** Lines that are one paragraph in one column. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly lines: readonly Line[]
  readonly size: number
  readonly bold: boolean
  /** True when its first line begins where the lines of its column do, as it would were it the rest of a paragraph. */
  readonly flush: boolean
  /** True when its last line is full, as it is were the paragraph to go on. */
  readonly full: boolean
}

/** Parts of the size by which type of one paragraph may differ. */
const SAME_SIZE = 0.1
/** Distance of lines, as a part of the usual one, from which on a paragraph ends. */
const WIDE_LEADING = 1.25
/** Ems of an indentation. */
const INDENT = 0.7
/** Distances that the usual one is found among: the last ones of a long column. */
const MOST_LEADINGS = 201
const DEEPEST_INDENT = 5

const bullet = /^[•◦▪▫■□●○‣∙⁃➢✓\uf0b7](?:\s|$)|^[–—·*-]\s/
const numbered = /^(?:[([]\d{1,3}[\])]|\d{1,3}[.)]|[a-z]\)|\([a-z]\)|\((?:i{1,3}|iv|vi{0,3}|ix|x)\))(?:\s|$)/

/** A list's mark at the start of a line, with the space after it; null when there is none. */
export const listMark = (text: string): { readonly mark: string; readonly ordered: boolean } | null => {
  const found = bullet.exec(text)
  if (found !== null) return { mark: found[0], ordered: false }
  const number = numbered.exec(text)
  return number === null ? null : { mark: number[0], ordered: true }
}

const ended = (text: string): boolean => /[.?!:;。！？؟۔][\])”’"'»]*\s?[\d,–*†‡§¶\][]*$/.test(text)

interface Measure {
  readonly left: number
  readonly right: number
  readonly leading: ReadonlyMap<number, number>
}

const rounded = (size: number): number => Math.round(size * 2) / 2

const measure = (lines: readonly Line[]): Measure => {
  const leadings = new Map<number, number[]>()
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next === undefined || Math.abs(next.size - line.size) > SAME_SIZE * line.size) continue
    const distance = next.baseline - line.baseline
    if (distance <= 0 || distance > 2.2 * line.size) continue
    const size = rounded(line.size)
    const distances = leadings.get(size)
    if (distances === undefined) leadings.set(size, [distance])
    else distances.push(distance)
  }
  const lefts = lines.map(({ x }) => x).toSorted((a, b) => a - b)
  // The edge that many lines share; a single outdented one is not the edge.
  const left = lefts[Math.floor(lefts.length * 0.1)] ?? 0
  return {
    left,
    right: Math.max(...lines.map(({ end }) => end)),
    leading: new Map([...leadings].map(([size, distances]) => [size, median(distances.slice(-MOST_LEADINGS))])),
  }
}

/** Width of the first word of a line, in points, by its share of the characters. */
const firstWord = (line: Line): number => {
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  return ((line.end - line.x) * word.length) / Math.max(1, line.text.length)
}

/** Indentation at the side where lines begin. */
const indentOf = (line: Line, { left, right }: Measure): number => (line.rightToLeft ? right - line.end : line.x - left)

/** Room left at the side where lines end. */
const roomAfter = (line: Line, { left, right }: Measure): number =>
  line.rightToLeft ? line.x - left : right - line.end

/** True when the next line's first word would have had room on this one: whoever wrote it ended the line there. */
const isBroken = (line: Line, next: Line, page: Measure): boolean =>
  !(/\p{Ll}[-\u2010]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)) &&
  roomAfter(line, page) > firstWord(next) + 1.2 * line.size

const begins = (paragraph: readonly Line[], line: Line, next: Line | undefined, page: Measure): boolean => {
  const before = paragraph.at(-1)
  const first = paragraph[0]
  if (before === undefined || first === undefined) return true
  if (Math.abs(line.size - before.size) > SAME_SIZE * before.size) return true
  if (line.rightToLeft !== before.rightToLeft && Math.min(line.text.length, before.text.length) > 12) return true
  const usual = page.leading.get(rounded(line.size)) ?? 1.35 * line.size
  const distance = line.baseline - before.baseline
  if (distance < 0 || distance > WIDE_LEADING * usual + 0.1 * line.size) return true
  if (line.bold !== before.bold && (isBroken(before, line, page) || ended(before.text))) return true
  if (line.bold && !before.bold && first === before && !isBroken(before, line, page)) return false
  const mark = listMark(line.text)
  if (mark !== null && !mark.ordered) return true
  const isHanging = indentOf(line, page) > indentOf(first, page) + 0.5 * line.size
  // The lines of an entry with a number hang below its first word, wherever its sentences end.
  if (paragraph.length > 1 && isHanging && listMark(first.text) !== null && Math.abs(line.x - before.x) < 2)
    return false
  const broken = isBroken(before, line, page)
  const atEnd = ended(before.text)
  if (mark !== null && (broken || atEnd)) return true
  if (broken && (atEnd || roomAfter(before, page) > 0.35 * (page.right - page.left))) return true
  const indent = indentOf(line, page)
  const step = indent - indentOf(before, page)
  const nextIndent = next === undefined ? 0 : indentOf(next, page)
  // The first line of a paragraph goes in and the next one out again; hanging lines stay in.
  if (step > INDENT * line.size && indent < DEEPEST_INDENT * line.size && listMark(first.text) === null)
    return nextIndent < indent - 0.4 * line.size ? atEnd || broken : atEnd && paragraph.length > 1
  // The first line of an entry of a list of references goes out.
  return step < -INDENT * line.size && paragraph.length > 1 && (atEnd || broken)
}

const make = (lines: readonly Line[], page: Measure): Paragraph => {
  const [first] = lines
  const last = lines.at(-1)
  const longest = lines.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return {
    kind: 'paragraph',
    lines,
    size: longest.size,
    bold: lines.every(({ bold }) => bold),
    flush: first !== undefined && indentOf(first, page) < INDENT * first.size,
    full: last !== undefined && roomAfter(last, page) < 3 * last.size,
  }
}

/** The paragraphs of lines that stand below each other in one column. */
export const paragraphsOf = (lines: readonly Line[]): Paragraph[] => {
  if (lines.length === 0) return []
  const page = measure(lines)
  const paragraphs: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1)
    if (open === undefined || begins(open, line, lines[index + 1], page)) paragraphs.push([line])
    else open.push(line)
  }
  return paragraphs.map(paragraph => make(paragraph, page))
}
