import type { GivenText } from './given-text.ts'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { joinAccent } from './accents.ts'
import type { Face, PageText, TextFrame, TextItem } from './layout/page-text.ts'
import type { PageLink } from './page-links.ts'
import { withoutLetterSpacing } from './letter-spacing.ts'
import { splitAtLinks } from './page-links.ts'
import { toldLetters } from './told-letters.ts'
import { joinVertical } from './vertical-writing.ts'

/** Six numbers of an affine map, as PDF has them. */
export type Matrix = readonly [number, number, number, number, number, number]

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

interface GivenStyle {
  readonly ascent: number
  readonly descent: number
  readonly vertical: boolean
}

export interface GivenPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** From the page's own space to points from the upper left corner of the page as it is shown. */
  readonly transform: Matrix
  /** Points of a unit of its own space. */
  readonly scale: number
  readonly links: readonly PageLink[]
}

const plain: Face = { bold: false, italic: false, fixed: false }

/** Degrees to which directions are rounded, so that a page scanned a little askew is one frame. */
const DIRECTIONS = 3
/** Ems from the middle of a line that goes downwards to the baseline of turned letters in it. */
const BELOW_MIDDLE = 0.4
/** Points below which nothing can be read, and above which nothing is text. */
const SMALLEST = 0.5
const LARGEST = 2_000

const within = (value: number, least: number, most: number, otherwise: number): number =>
  Number.isFinite(value) && value >= least && value <= most ? value : otherwise

const directionOf = (angle: number): number => {
  const rounded = Math.round(angle / DIRECTIONS) * DIRECTIONS
  const quarter = Math.round(angle / 90) * 90
  return ((Math.abs(angle - quarter) <= DIRECTIONS ? quarter : rounded) + 360) % 360
}

interface Turned {
  readonly direction: number
  readonly item: TextItem
}

const itemOf = (
  given: GivenText,
  style: GivenStyle | undefined,
  face: Face,
  spaced: boolean,
  page: GivenPage,
): Turned | null => {
  if (given.transform.length !== 6 || !given.transform.every(Number.isFinite)) return null
  const map = multiply(page.transform, given.transform as unknown as Matrix)
  const size = Math.hypot(map[2], map[3])
  if (!(size >= SMALLEST && size <= LARGEST)) return null
  const vertical = given.vertical === true || style?.vertical === true
  const slope = (Math.atan2(map[1], map[0]) * 180) / Math.PI
  // Lines of vertical writing go on to the left, as those of a text that is turned clockwise.
  const angle = vertical ? slope + 90 : slope
  const width = within((vertical ? given.height : given.width) * page.scale, 0, 10 * LARGEST, 0)
  const ascent = vertical ? 0.5 : within(style?.ascent ?? 0, 0.3, 1.3, 0.8)
  const descent = vertical ? 0.5 : within(-(style?.descent ?? 0), 0.05, 0.6, 0.2)
  const direction = directionOf(angle)
  const turn = (direction * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [x, y] = [map[4], map[5]]
  const upX = x + sin * ascent * size
  const upY = y - cos * ascent * size
  const farX = x + cos * width
  const farY = y + sin * width
  if (
    Math.max(x, farX) < 0 ||
    Math.max(y, farY) < 0 ||
    Math.min(x, farX) > page.width ||
    Math.min(y, farY) > page.height
  )
    return null
  return {
    direction,
    item: {
      text: given.str,
      x: x * cos + y * sin,
      width,
      // Of letters that are turned, the baseline is on the left of the middle of a column.
      baseline: y * cos - x * sin + (vertical ? BELOW_MIDDLE * size : 0),
      size,
      face,
      rightToLeft: given.dir === 'rtl',
      spaced,
      link: null,
      drawn: 0,
      inField: given.inField === true,
      place: {
        page: page.number,
        x: upX,
        y: upY,
        width,
        height: (ascent + descent) * size,
        rotation: direction === 0 ? 0 : direction,
      },
    },
  }
}

/** True for text that is drawn again a hair's breadth beside itself, to look bold. */
class Overprints {
  readonly #seen = new Map<string, TextItem[]>()

  has(item: TextItem): boolean {
    const seen = this.#seen.get(item.text) ?? []
    const again = seen.some(
      other =>
        Math.abs(other.x - item.x) < 0.15 * item.size && Math.abs(other.baseline - item.baseline) < 0.15 * item.size,
    )
    if (!again) this.#seen.set(item.text, [...seen.slice(-20), item])
    return again
  }
}

/** True for a piece of text among what a page draws. */
export const isText = (given: object): given is GivenText => 'str' in given

/** True for the start of what the file itself calls no part of the content, such as heads and page numbers. */
const isArtifact = (given: object): boolean => 'tag' in given && given.tag === 'Artifact'

const isEnd = (given: object): boolean => 'type' in given && given.type === 'endMarkedContent'

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

/** What a page draws of text, without what the file calls no part of the content. */
const shownText = (items: readonly object[]): readonly GivenText[] => {
  const shown: GivenText[] = []
  const marks: boolean[] = []
  let artifacts = 0
  for (const given of items) {
    if (isText(given)) {
      if (artifacts === 0) shown.push({ ...given, str: toldLetters(given.str) })
    } else if (isEnd(given)) {
      if (marks.pop() === true) artifacts -= 1
    } else {
      marks.push(isArtifact(given))
      if (marks.at(-1) === true) artifacts += 1
    }
  }
  return shown
}

/** The pieces of text of a page, each in the frame of its direction. `faces` tells the looks of a font by pdf.js' name for it. */
export const pageText = (
  { items, styles }: Pick<Content, 'styles'> & { readonly items: readonly object[] },
  page: GivenPage,
  faces: ReadonlyMap<string, Face>,
): PageText => {
  const frames = new Map<number, TextItem[]>()
  const overprints = new Overprints()
  let spaced = false
  let drawn = 0
  for (const given of withoutLetterSpacing(joinVertical(shownText(items)))) {
    if (given.str.trim() === '') {
      spaced ||= given.str !== ''
      if (given.hasEOL) spaced = true
      continue
    }
    const turned = itemOf(given, styles[given.fontName], faces.get(given.fontName) ?? plain, spaced, page)
    spaced = false
    if (turned === null || overprints.has(turned.item)) continue
    const item = { ...turned.item, drawn }
    drawn += 1
    const frame = frames.get(turned.direction) ?? []
    frames.set(turned.direction, frame)
    const last = frame.pop()
    const { before, after } = last === undefined ? { before: null, after: item } : joinAccent(last, item)
    if (before !== null) frame.push(before)
    frame.push(...splitAtLinks(after, page.links))
  }
  const length = (frame: TextFrame): number => frame.items.reduce((sum, { text }) => sum + text.length, 0)
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    frames: [...frames]
      .map(([rotation, frameItems]): TextFrame => ({ rotation, items: frameItems }))
      .toSorted((a, b) => length(b) - length(a)),
  }
}
