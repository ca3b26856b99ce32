import { partOfItem } from './layout/page-text.ts'
import type { TextItem } from './layout/page-text.ts'

/** Where a link is on its page, in points from the upper left corner, and where it leads, as an item has it. */
export interface PageLink {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly target: string
}

/** Characters by which the edge of a link may be off the edge of a word. */
const SLACK = 3

/** The place nearest to `wanted` where a word or a bracket begins or ends. */
const nearestEdge = (text: string, wanted: number): number => {
  let best = wanted
  let least = Infinity
  for (let place = Math.max(0, wanted - SLACK); place <= Math.min(text.length, wanted + SLACK); place += 1) {
    const isEdge =
      place === 0 ||
      place === text.length ||
      /[\p{L}\p{N}]/u.test(text[place - 1] ?? '') !== /[\p{L}\p{N}]/u.test(text[place] ?? '')
    const away = Math.abs(place - wanted)
    if (isEdge && away < least) {
      least = away
      best = place
    }
  }
  return best
}

/** The item in the parts that links make of it; letters count as equally wide, and words are not cut. */
export const splitAtLinks = (item: TextItem, links: readonly PageLink[]): readonly TextItem[] => {
  if (links.length === 0) return [item]
  const { x, y, width, height, rotation } = item.place
  const turn = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const middleX = x - (sin * height) / 2
  const middleY = y + (cos * height) / 2
  const spans = links.flatMap(link => {
    const across = Math.abs(cos) > Math.abs(sin)
    const inside = across ? middleY > link.top && middleY < link.bottom : middleX > link.left && middleX < link.right
    if (!inside || width === 0) return []
    const from = across ? (link.left - x) * cos : (link.top - y) * sin
    const to = across ? (link.right - x) * cos : (link.bottom - y) * sin
    const [least, most] = from < to ? [from, to] : [to, from]
    const letters = item.text.length / width
    const start = nearestEdge(item.text, Math.max(0, Math.round(least * letters)))
    const end = nearestEdge(item.text, Math.min(item.text.length, Math.round(most * letters)))
    return end > start && !item.rightToLeft ? [{ start, end, target: link.target }] : []
  })
  const parts: TextItem[] = []
  let done = 0
  for (const { start, end, target } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    if (start > done) parts.push(partOfItem(item, done, start))
    parts.push({ ...partOfItem(item, start, end), link: target })
    done = end
  }
  if (done === 0) return [item]
  return done < item.text.length ? [...parts, partOfItem(item, done, item.text.length)] : parts
}
