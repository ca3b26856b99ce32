import { endOf } from './page-text.ts'
import type { TextItem } from './page-text.ts'
import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** A piece of a line: an item, and whether words end before it. */
export interface Piece {
  readonly item: TextItem
  readonly text: string
  readonly spaceBefore: boolean
  readonly script: 'sup' | 'sub' | null
  /** True for the first one of a further line of a table's cell. */
  readonly startsLine?: boolean
}

export interface Line {
  /** In reading order. */
  readonly pieces: readonly Piece[]
  /** Where the cells of the line begin and end, when there are wide gaps in it; one otherwise. */
  readonly cells: readonly { readonly x: number; readonly end: number; readonly pieces: readonly Piece[] }[]
  readonly x: number
  readonly end: number
  readonly baseline: number
  /** Of most of its characters. */
  readonly size: number
  /** True when all that can be is. */
  readonly bold: boolean
  readonly rightToLeft: boolean
  readonly text: string
}

/** Ems of a gap that parts words. */
const SPACE = 0.18
/** Ems by which a character is raised or lowered at least, and the most of the line's size that it may have. */
const SHIFTED = 0.1
const SCRIPT_SIZE = 0.85

const scriptOf = (item: TextItem, segment: Segment): Piece['script'] => {
  if (item.size > SCRIPT_SIZE * segment.size) return null
  const raised = segment.baseline - item.baseline
  if (raised >= SHIFTED * segment.size) return 'sup'
  return raised <= -SHIFTED * segment.size ? 'sub' : null
}

/** Items in the order in which they are read; in a line that goes to the left, what goes to the right keeps its own order. */
const inOrder = (items: readonly TextItem[], rightToLeft: boolean): TextItem[] => {
  const sorted = items.toSorted((a, b) => a.x - b.x)
  if (!rightToLeft) return sorted
  const ordered: TextItem[] = []
  let stretch: TextItem[] = []
  for (const item of sorted.toReversed()) {
    const isLatin = !item.rightToLeft && /[\p{L}\p{N}]/u.test(item.text)
    if (isLatin) stretch.unshift(item)
    else {
      ordered.push(...stretch, item)
      stretch = []
    }
  }
  return [...ordered, ...stretch]
}

interface Letters {
  /** Of scripts that are written to the left, and to the right. */
  readonly left: number
  readonly right: number
}

const lettersOf = (segments: readonly Segment[]): Letters => {
  let left = 0
  let right = 0
  for (const { items } of segments)
    for (const { rightToLeft, text } of items) {
      if (rightToLeft) left += text.length
      else if (/\p{L}/u.test(text)) right += text.length
    }
  return { left, right }
}

/** Lines with more of a script that is written to the left are; others with some of it are when most lines around them are. */
const isRightToLeft = (row: readonly Segment[], around: Letters): boolean => {
  const { left, right } = lettersOf(row)
  return left > right || (left > 0 && around.left > around.right)
}

/** Punctuation after a number, which a line to the left has on the left of it. */
const numberAtEnd = /^([.,:;!?]+)(\p{N}.*)$/u

const gapBetween = (a: TextItem, b: TextItem): number => (a.x <= b.x ? b.x - endOf(a) : a.x - endOf(b))

const piecesOf = (segment: Segment, rightToLeft: boolean): Piece[] => {
  let before: TextItem | null = null
  return inOrder(segment.items, rightToLeft).map(item => {
    const spaced =
      before !== null &&
      ((rightToLeft ? before : item).spaced ||
        /\s$/.test(before.text) ||
        /^\s/.test(item.text) ||
        gapBetween(before, item) > SPACE * Math.min(before.size, item.size))
    before = item
    const text = item.text.trim()
    const read = rightToLeft && !item.rightToLeft ? text.replace(numberAtEnd, '$2$1') : text
    return { item, text: read, spaceBefore: spaced, script: scriptOf(item, segment) }
  })
}

const sizeOf = (segments: readonly Segment[]): number => {
  const lengths = new Map<number, number>()
  for (const { items } of segments)
    for (const { size, text } of items) lengths.set(size, (lengths.get(size) ?? 0) + text.length)
  let best = 0
  let most = 0
  for (const [size, length] of lengths) if (length > most) [best, most] = [size, length]
  return best
}

export const textOfPieces = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, spaceBefore }) => (spaceBefore ? ` ${text}` : text)).join('')

const lineOf = (row: readonly Segment[], around: Letters): Line => {
  const rightToLeft = isRightToLeft(row, around)
  const cells = (rightToLeft ? row.toReversed() : row).map((segment, index) => {
    const pieces = piecesOf(segment, rightToLeft)
    const [first, ...rest] = pieces
    // The gap before a cell parts words.
    const opened = first === undefined || index === 0 ? pieces : [{ ...first, spaceBefore: true }, ...rest]
    return { x: segment.x, end: endOf(segment), pieces: opened }
  })
  const pieces = cells.flatMap(cell => cell.pieces)
  const lettered = pieces.filter(({ text }) => /\p{L}/u.test(text))
  const largest = row.reduce((a, b) => (b.length > a.length ? b : a))
  return {
    pieces,
    cells,
    x: Math.min(...row.map(({ x }) => x)),
    end: Math.max(...row.map(endOf)),
    baseline: largest.baseline,
    size: sizeOf(row),
    bold: lettered.length > 0 && lettered.every(({ item }) => item.face.bold),
    rightToLeft,
    text: textOfPieces(pieces).trim(),
  }
}

/** Lines of one part of a page, from the top. */
export const linesOf = (segments: readonly Segment[]): Line[] => {
  const around = lettersOf(segments)
  return rowsOf(segments)
    .map(row => lineOf(row, around))
    .filter(({ text }) => text !== '')
}
