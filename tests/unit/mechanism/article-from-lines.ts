import type { ArticleText, Block, Section } from '#core/article/article.ts'

/**
 * A small article for tests: `# ` to `#### ` begin a heading, `- ` a list item, `| a | b` a table row, ``` a line of code;
 * every other line is a paragraph.
 */
export const articleFromLines = (lines: readonly string[]): ArticleText => {
  const blocks: Block[] = []
  const sections: { id: string; level: number; title: string; parent: string | null; start: number; end: number }[] = [
    { id: 's0', level: 0, title: '', parent: null, start: 0, end: 0 },
  ]
  let text = ''
  const add = (kind: Block['kind'], words: string, joint: string, level?: number): void => {
    if (text !== '') text += joint
    const start = text.length
    text += words
    if (level !== undefined) {
      const parent = sections.findLast(section => section.level < level)?.id ?? 's0'
      sections.push({ id: `s${sections.length}`, level, title: words, parent, start, end: 0 })
    }
    blocks.push({
      id: `b${blocks.length}`,
      kind,
      section: sections.at(-1)?.id ?? 's0',
      start,
      end: text.length,
      ...(level === undefined ? {} : { level }),
    })
  }
  for (const line of lines) {
    const heading = /^(#{1,4}) (.*)$/.exec(line)
    if (heading) add('heading', heading[2] ?? '', '\n', heading[1]?.length ?? 1)
    else if (line.startsWith('| '))
      line
        .slice(2)
        .split(' | ')
        .forEach((cell, i) => add('table-cell', cell, i === 0 ? '\n' : '\t'))
    else if (line.startsWith('```')) add('preformatted', line.slice(3), '\n')
    else if (line.startsWith('- ')) add('list-item', line.slice(2), '\n')
    else add('paragraph', line, '\n')
  }
  const closed: Section[] = sections.map((section, i) => {
    const next = sections.slice(i + 1).find(other => other.level <= section.level)
    return { ...section, end: next ? next.start - 1 : text.length }
  })
  return { text, blocks, sections: closed }
}
