import { DRAWING_START } from '#core/article/drawing-start.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** CSS pixels of each unit (CSS Values, 6.2), with letters of 16 pixels. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
}

/** Pixels of the longer side of the largest drawing, and the width of one that fills the column in which it stands. */
const LARGEST = 6_000
const COLUMN = 640

export interface DrawingSize {
  readonly width: number
  readonly height: number
  readonly viewBox: readonly [x: number, y: number, width: number, height: number]
}

/** A length in pixels; null for one that is none by itself, as a share of the column. */
const pixelsOf = (length: string | undefined): number | null => {
  const [, number = '', unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? []
  const factor = PIXELS[unit.toLowerCase()]
  return number === '' || factor === undefined ? null : Number(number) * factor
}

const styled = (style: string, name: string): string | undefined =>
  new RegExp(String.raw`(?:^|;)\s*${name}\s*:\s*([^;!]+)`, 'i').exec(style)?.[1]

const viewBoxOf = (written: string | undefined): DrawingSize['viewBox'] | null => {
  const [x, y, width, height] = (written ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isWhole = [x, y, width, height].every(number => number !== undefined && Number.isFinite(number))
  if (!isWhole || x === undefined || y === undefined || width === undefined || height === undefined) return null
  return width > 0 && height > 0 ? [x, y, width, height] : null
}

/** The size that the source gives a drawing, of each side; null for one that depends on the page. */
export const saidSize = ({ attributes }: XmlElement): { width: number | null; height: number | null } => {
  const style = attributes.get('style') ?? ''
  const side = (name: string): number | null => pixelsOf(styled(style, name)) ?? pixelsOf(attributes.get(name))
  return { width: side('width') ?? pixelsOf(styled(style, 'max-width')), height: side('height') }
}

/** How large a drawing is shown, and which part of its plane; null for one that has no size at all. */
export const drawingSize = (root: XmlElement): DrawingSize | null => {
  const said = saidSize(root)
  const box = viewBoxOf(root.attributes.get('viewBox') ?? root.attributes.get('viewbox'))
  if (said.width === 0 || said.height === 0) return null
  const ratio = box === null ? 2 : box[2] / box[3]
  const width = said.width ?? (said.height === null ? Math.max(box?.[2] ?? 0, COLUMN) : said.height * ratio)
  const height = said.height ?? width / ratio
  const scale = Math.min(1, LARGEST / Math.max(width, height))
  const rounded = (side: number): number => Math.max(1, Math.round(side * scale))
  return { width: rounded(width), height: rounded(height), viewBox: box ?? [0, 0, width, height] }
}

const sides = new RegExp(String.raw`^${DRAWING_START}(\d+)" height="(\d+)"`)

/** The size of a kept drawing, by how it begins; null for any other text. */
export const sizeOfKept = (beginning: string): { width: number; height: number } | null => {
  const [, width, height] = sides.exec(beginning) ?? []
  return width === undefined || height === undefined ? null : { width: Number(width), height: Number(height) }
}
