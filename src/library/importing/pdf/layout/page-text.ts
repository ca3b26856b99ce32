import type { PagePlace } from '#core/article/page-place.ts'

/** What the name of a font says of its looks. */
export interface Face {
  readonly bold: boolean
  readonly italic: boolean
  readonly fixed: boolean
}

/**
 * A piece of text in the frame in which it is read: x grows along the line, y downwards to the next one, whatever way the page has
 * turned it. Lengths are points.
 */
export interface TextItem {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly baseline: number
  /** Of the font. */
  readonly size: number
  readonly face: Face
  readonly rightToLeft: boolean
  /** True when the page has a space before it. */
  readonly spaced: boolean
  /** Where a link on it leads: an address, or `#` and the name of a place in the document; null when there is none. */
  readonly link: string | null
  /** Its number in the order in which the page draws its text. */
  readonly drawn: number
  /** True for what was filled into a form, in one line. */
  readonly inField?: boolean
  readonly place: PagePlace
}

/** Text of one direction of reading on one page. */
export interface TextFrame {
  readonly rotation: number
  readonly items: readonly TextItem[]
}

export interface PageText {
  /** From 0. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** The frame with the most text first. */
  readonly frames: readonly TextFrame[]
}

export const endOf = (box: { readonly x: number; readonly width: number }): number => box.x + box.width

/** True when a page draws the one right after the other. */
export const followsDrawn = (before: TextItem, after: TextItem): boolean => Math.abs(after.drawn - before.drawn) <= 1

/** The middle one of numbers; 0 of none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A part of an item, by characters; they count as equally wide. */
export const partOfItem = (item: TextItem, start: number, end: number): TextItem => {
  const share = item.width / Math.max(1, item.text.length)
  const turn = (item.place.rotation * Math.PI) / 180
  const width = share * (end - start)
  return {
    ...item,
    text: item.text.slice(start, end),
    x: item.x + share * start,
    width,
    spaced: start === 0 && item.spaced,
    place: {
      ...item.place,
      x: item.place.x + Math.cos(turn) * share * start,
      y: item.place.y + Math.sin(turn) * share * start,
      width,
    },
  }
}
