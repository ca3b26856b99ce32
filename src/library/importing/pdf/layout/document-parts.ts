import type { BodyType, Column, Part } from './flow.ts'
import { flow } from './flow.ts'
import { columnsOf } from './columns.ts'
import type { ColumnOfPage } from './columns.ts'
import { settleDropCaps } from './drop-caps.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import { linesOf } from './lines.ts'
import type { PageText, TextItem } from './page-text.ts'
import { paragraphsOf } from './paragraphs.ts'
import { runningLines } from './running-lines.ts'
import { segmentsOf } from './segments.ts'
import type { Segment } from './segments.ts'
import { settleFields } from './settle-fields.ts'
import { splitTables } from './tables.ts'

/** Sizes are counted in halves of a point. */
const rounded = (size: number): number => Math.round(size * 2) / 2

/** The size and weight of most of the text. */
const bodyOf = (items: Iterable<TextItem>): BodyType => {
  const sizes = new Map<number, number>()
  let bold = 0
  let all = 0
  for (const { size, text, face } of items) {
    sizes.set(rounded(size), (sizes.get(rounded(size)) ?? 0) + text.length)
    all += text.length
    if (face.bold) bold += text.length
  }
  let body = 0
  let most = 0
  for (const [size, length] of sizes) if (length > most) [body, most] = [size, length]
  return { size: body, bold: bold * 2 > all }
}

const isRightToLeft = (segments: readonly Segment[]): boolean => {
  let balance = 0
  for (const { items } of segments)
    for (const { rightToLeft, text } of items) balance += rightToLeft ? text.length : -text.length
  return balance > 0
}

const columnOf = ({ segments, aside }: ColumnOfPage): Column => ({
  parts: splitTables(linesOf(segments)).flatMap((part): Column['parts'] =>
    'kind' in part ? [part] : paragraphsOf(part),
  ),
  aside,
})

const lettersOf = (segments: Iterable<Segment>): number => {
  let letters = 0
  for (const { length } of segments) letters += length
  return letters
}

/** Where most of the text would go, it is no head or foot: cards, labels, slides and samples of pages say the same again and again. */
const withoutMost = (running: ReadonlySet<Segment>, pages: readonly (readonly Segment[])[]): ReadonlySet<Segment> =>
  lettersOf(running) * 2 > lettersOf(pages.flat()) ? new Set() : running

function* itemsOf(pages: readonly PageText[]): Generator<TextItem> {
  for (const { frames } of pages) for (const { items } of frames) yield* items
}

/**
 * What a document says, part by part in reading order, without running heads, feet, page and line numbers. `outline` are the titles of
 * its outline as `sameTitle` writes them.
 */
export const documentParts = (
  pages: readonly PageText[],
  outline: ReadonlySet<string>,
): { readonly parts: readonly Part[]; readonly body: BodyType } => {
  const body = bodyOf(itemsOf(pages))
  const main = pages.map(({ frames }) =>
    segmentsOf(settleDropCaps(withoutLineNumbers(settleFields(frames[0]?.items ?? [])), body.size)),
  )
  const heights = pages.map(({ width, height, frames }) => ((frames[0]?.rotation ?? 0) % 180 === 90 ? width : height))
  const running = withoutMost(runningLines(main, heights, body.size), main)
  const columns = pages.flatMap(({ frames }, page) => {
    const kept = (main[page] ?? []).filter(segment => !running.has(segment))
    // Text of other directions, such as what is printed up a margin, comes after the page's own.
    const others = frames.slice(1).map(({ items }) => segmentsOf(items))
    return [kept, ...others].flatMap(segments => columnsOf(segments, isRightToLeft(segments)).map(columnOf))
  })
  return { parts: flow(columns, body, outline), body }
}
