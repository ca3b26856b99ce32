import type { ArticleText } from '#core/article/article.ts'
import { joinBlocks } from '#core/article/join-blocks.ts'
import type { BlockContent } from '#core/article/join-blocks.ts'

/** An article of which each line is a block; a line in `headings` opens a section. */
export const articleOf = (text: string, headings: ReadonlySet<string>): ArticleText => {
  let row = 0
  const contents = text.split('\n').flatMap((line): BlockContent[] => {
    if (line === '') return []
    const cells = line.split('\t').filter(cell => cell !== '')
    if (cells.length === 1) {
      return [headings.has(line) ? { kind: 'heading', level: 2, text: line } : { kind: 'paragraph', text: line }]
    }
    row += 1
    return cells.map((cell, index) => ({ kind: 'table-cell', text: cell, row, cell: index }))
  })
  const article = joinBlocks(contents)
  // Empty lines and empty cells belong to no block; the text itself has to stay what the truth was made for.
  return article.text === text ? article : { text, ...placeBlocks(text, contents, article) }
}

const placeBlocks = (
  text: string,
  contents: readonly BlockContent[],
  article: ArticleText,
): Pick<ArticleText, 'blocks' | 'sections'> => {
  let from = 0
  const blocks = article.blocks.map((block, index) => {
    const words = contents[index]?.text ?? ''
    const start = text.indexOf(words, from)
    from = start + words.length
    return { ...block, start, end: from }
  })
  const starts = new Map(article.blocks.map((block, index) => [block.start, blocks[index]?.start ?? 0]))
  const sections = article.sections.map((section, index) => ({
    ...section,
    start: index === 0 ? 0 : (starts.get(section.start) ?? 0),
    end: text.length,
  }))
  return { blocks, sections }
}

export const headingsOf = ({ text, blocks }: ArticleText): Set<string> =>
  new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ start, end }) => text.slice(start, end)))
