import { inertMarkdown } from './inert-markdown.ts'

/** A line that opens or closes a fenced block: its characters, and whether something follows them. */
const fence = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})([^\n]*)$/

/** A heading's number signs after quotation marks, list markers and up to three spaces. */
const heading = /^((?:[ \t]{0,3}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]{0,3})(#{1,6})(?=[ \t]|$)/

const setextUnderline = /^ {0,3}(=+|-+)[ \t]*$/

/** A line that can be the text of a heading with its underline on the next line. */
const paragraphLine = /^ {0,3}(?![-+*>|#][ \t]|\d{1,9}[.)][ \t]|>|\||[-*_=]{2,}[ \t]*$)\S/

/** Void elements need no end tag. */
const voidElements = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'wbr'])

/** An escaped character, a code span on one line, a whole comment, or something that begins a tag, comment or declaration. */
const spanOrTag = /\\[^\n]|(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|<!--[\s\S]*?-->|<[!?]|<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/gi

interface Line {
  readonly text: string
  readonly isCode: boolean
}

/** Lines with those of fenced blocks marked; a block that is still open at the end is closed. */
const readLines = (markdown: string): Line[] => {
  const lines: Line[] = []
  let open: string | null = null
  for (const text of markdown.split('\n')) {
    const [, marks, after = ''] = fence.exec(text) ?? []
    if (open === null) {
      const opens = marks !== undefined && !(marks.startsWith('`') && after.includes('`'))
      if (opens) open = marks
      lines.push({ text, isCode: opens })
    } else {
      lines.push({ text, isCode: true })
      if (marks !== undefined && marks.startsWith(open) && after.trim() === '') open = null
    }
  }
  if (open !== null) lines.push({ text: open, isCode: true })
  return lines
}

/** Headings `by` ranks lower, the lowest being 6; underlined ones are written with number signs. */
const demoteHeadings = (lines: readonly Line[], by: number): Line[] => {
  const demoted: Line[] = []
  for (const line of lines) {
    const before = demoted.at(-1)
    const underline = line.isCode ? null : setextUnderline.exec(line.text)
    if (underline !== null && before !== undefined && !before.isCode && paragraphLine.test(before.text)) {
      const rank = '#'.repeat(Math.min(6, (underline[1]?.startsWith('=') === true ? 1 : 2) + by))
      demoted[demoted.length - 1] = { text: `${rank} ${before.text.trim()}`, isCode: false }
    } else if (line.isCode) {
      demoted.push(line)
    } else {
      const text = line.text.replace(
        heading,
        (_, start: string, signs: string) => start + '#'.repeat(Math.min(6, signs.length + by)),
      )
      demoted.push({ text, isCode: false })
    }
  }
  return demoted
}

/** Where tags, comments and declarations begin that have no partner in the same text. */
const findUnpaired = (text: string): readonly number[] => {
  const unpaired: number[] = []
  const open: { name: string; index: number }[] = []
  for (const { 0: match, 2: slash, 3: tag, index } of text.matchAll(spanOrTag)) {
    const name = tag?.toLowerCase()
    if (match === '<!' || match === '<?') unpaired.push(index)
    if (name === undefined || voidElements.has(name)) continue
    if (slash === '') {
      open.push({ name, index })
      continue
    }
    const partner = open.findLastIndex(candidate => candidate.name === name)
    if (partner === -1) unpaired.push(index)
    else for (const { index: between } of open.splice(partner).slice(1)) unpaired.push(between)
  }
  return [...unpaired, ...open.map(({ index }) => index)].toSorted((a, b) => a - b)
}

/** The lines as one text, with a backslash before each tag that has no partner; what stands in code is left alone. */
const joinWithPairedTags = (lines: readonly Line[]): string => {
  const text = lines.map(line => line.text).join('\n')
  const prose = lines.map(line => (line.isCode ? ' '.repeat(line.text.length) : line.text)).join('\n')
  let last = 0
  const parts = findUnpaired(prose).map(index => {
    const part = text.slice(last, index)
    last = index
    return part
  })
  return [...parts, text.slice(last)].join('\\')
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0

/** Closes Obsidian's comments and formulas, which do not end with the quotation they stand in. */
const closeOpenMarks = (text: string): string => {
  const closers: string[] = []
  if (count(text, /%%/g) % 2 === 1) closers.push('%%')
  if (count(text, /(?<!\\)\$\$/g) % 2 === 1) closers.push('$$')
  return closers.length === 0 ? text : `${text}\n${closers.join('\n')}`
}

/**
 * A reader's Markdown, kept as Markdown, so that it can be put into a quotation and nothing of it reaches beyond: its headings rank
 * below the one it stands under (`under`, 1 to 6), fences, comments and formulas end with it, nothing in it runs or loads, and tags
 * without a partner are shown as characters. What is block structure in CommonMark ends with the quotation by itself.
 */
export const containMarkdown = (markdown: string, under: number): string => {
  const plain = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').replace(/^\n+/, '').trimEnd()
  const normal = inertMarkdown(plain)
  return closeOpenMarks(joinWithPairedTags(demoteHeadings(readLines(normal), under)))
}
