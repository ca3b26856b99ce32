import type { Block, BlockKind, Section } from './article.ts'

/** One leaf of an article's structure before it has a place in the text. */
export interface BlockContent {
  readonly kind: BlockKind
  /** Never empty. */
  readonly text: string
  /** 1 to 6 for a heading that opens a section, otherwise absent. */
  readonly level?: number | undefined
  /** Numbers of the innermost table row and cell that hold it; absent outside of tables. Unique in the article. */
  readonly row?: number | undefined
  readonly cell?: number | undefined
}

/** What stands between two blocks in the article's text: a tab between the cells of one row, otherwise a line feed. */
const separatorBetween = (before: BlockContent, after: BlockContent): string =>
  before.row !== undefined && before.row === after.row && before.cell !== after.cell ? '\t' : '\n'

/**
 * Joins blocks into the article's text, and finds the sections that the headings among them open.
 * Blocks are numbered `b1`, `b2`, … and sections `s1`, `s2`, … in reading order; `s0` is the whole article.
 */
export const joinBlocks = (
  contents: readonly BlockContent[],
): { text: string; blocks: Block[]; sections: Section[] } => {
  const parts: string[] = []
  const blocks: Block[] = []
  const sections: Section[] = [{ id: 's0', level: 0, title: '', parent: null, start: 0, end: 0 }]
  const open = [...sections]
  let offset = 0
  let before: BlockContent | undefined
  for (const content of contents) {
    const endBefore = offset
    if (before !== undefined) {
      parts.push(separatorBetween(before, content))
      offset += 1
    }
    if (content.level !== undefined) {
      closeSections(open, content.level, endBefore)
      const section = {
        id: `s${sections.length}`,
        level: content.level,
        title: content.text.replaceAll('\n', ' '),
        parent: open.at(-1)?.id ?? null,
        start: offset,
        end: offset,
      }
      sections.push(section)
      open.push(section)
    }
    blocks.push({
      id: `b${blocks.length + 1}`,
      kind: content.kind,
      section: open.at(-1)?.id ?? 's0',
      ...(content.level === undefined ? {} : { level: content.level }),
      start: offset,
      end: offset + content.text.length,
    })
    parts.push(content.text)
    offset += content.text.length
    before = content
  }
  closeSections(open, 0, offset)
  return { text: parts.join(''), blocks, sections }
}

/** Ends, at `end`, the open sections that a heading of `level` ends. */
const closeSections = (open: Section[], level: number, end: number): void => {
  for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
    last.end = end
    open.pop()
  }
}
