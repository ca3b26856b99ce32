/** What a part of a plain text is, by how its lines stand. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'preformatted'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly string[] }

/** Lines are taken for broken by a machine when they are about as long as one another, within these lengths. */
const SHORTEST_WRAPPED = 45
const LONGEST_WRAPPED = 132

/** Longer lines alone are no headings. */
const LONGEST_HEADING = 80

const BULLET = /^\s{0,3}[-*+•‣◦–]\s+(?=\S)/u
const NUMBER = /^\s{0,3}(\d{1,3})[.)]\s+(?=\S)/u
const UNDERLINE = /^\s{0,3}(={3,}|-{3,}|~{3,}|\*{3,})\s*$/u
const INDENTED = /^(?: {4,}|\t)/u

const isBlank = (line: string): boolean => line.trim() === ''

/** Groups of lines with blank ones between them. */
const groupsOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = []
  let group: string[] = []
  for (const line of lines) {
    if (!isBlank(line)) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

const isWrapped = (lines: readonly string[]): boolean =>
  lines.slice(0, -1).every(line => line.length >= SHORTEST_WRAPPED) &&
  lines.every(line => line.length <= LONGEST_WRAPPED)

/** One line of what a machine had broken. A hyphen at a line's end belongs to a word that goes on, with nothing between. */
const joinLines = (lines: readonly string[]): string => {
  const pieces: string[] = []
  let before = ''
  for (const line of lines) {
    const next = line.trim()
    const goesOn = /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(next)
    pieces.push(pieces.length === 0 || goesOn ? next : ` ${next}`)
    before = next.slice(-4)
  }
  return pieces.join('')
}

/** Capitals alone, and no sentence: what people without a typesetter write over a part. */
const isShouted = (line: string): boolean =>
  line.length <= LONGEST_HEADING &&
  (line.match(/\p{Lu}/gu)?.length ?? 0) >= 4 &&
  !/\p{Ll}/u.test(line) &&
  !/[.;,!]$/u.test(line)

const itemsOf = (lines: readonly string[], mark: RegExp): readonly string[] | null => {
  const items: string[][] = []
  for (const line of lines) {
    if (mark.test(line)) items.push([line.replace(mark, '')])
    else if (/^\s{2,}/u.test(line) && items.length > 0) items.at(-1)?.push(line)
    else return null
  }
  return items.map(joinLines)
}

const listOf = (lines: readonly string[]): Part | null => {
  const [first = ''] = lines
  const number = NUMBER.exec(first)
  if (number === null && !BULLET.test(first)) return null
  const items = itemsOf(lines, number === null ? BULLET : NUMBER)
  // One item alone is a numbered heading, or a dash that begins a line of speech.
  if (items === null || items.length < 2) return null
  return { kind: 'list', ordered: number !== null, start: Number(number?.[1] ?? 1), items }
}

/** The lines of a group that stand under headings: each heading with its rule, and what is between them. */
const headingsOf = (
  lines: readonly string[],
): { readonly headings: readonly Part[]; readonly rest: readonly string[] } => {
  const headings: Part[] = []
  let at = 0
  for (;;) {
    const text = (lines[at] ?? '').trim()
    const rule = UNDERLINE.exec(lines[at + 1] ?? '')
    if (rule === null || text.length > LONGEST_HEADING * 2) break
    headings.push({ kind: 'heading', level: rule[1]?.startsWith('=') === true ? 1 : 2, text })
    at += 2
  }
  return { headings, rest: at === 0 ? lines : lines.slice(at) }
}

const partsBelowHeadings = (lines: readonly string[]): readonly Part[] => {
  const [first = ''] = lines
  if (lines.length === 0 || (lines.length === 1 && UNDERLINE.test(first))) return []
  if (lines.length > 1 && lines.every(line => INDENTED.test(line))) return [{ kind: 'preformatted', lines }]
  if (lines.length === 1 && isShouted(first.trim())) return [{ kind: 'heading', level: 2, text: first.trim() }]
  const list = listOf(lines)
  if (list !== null) return [list]
  return [{ kind: 'paragraph', lines: isWrapped(lines) ? [joinLines(lines)] : lines.map(line => line.trim()) }]
}

const partsOfGroup = (lines: readonly string[]): readonly Part[] => {
  const { headings, rest } = headingsOf(lines)
  return [...headings, ...partsBelowHeadings(rest)]
}

/** Without blank lines, every long line is a paragraph. */
const hasParagraphLines = (groups: readonly (readonly string[])[]): boolean =>
  groups.every(group => group.length === 1 || group.some(line => line.length > LONGEST_WRAPPED))

/**
 * Tells the parts of a plain text by its lines: headings that are underlined or in capitals, lists, indented text, and paragraphs, of
 * which lines that a machine had broken are joined and others stay as they are (verse, addresses).
 */
export const partsOf = (text: string): readonly Part[] => {
  const lines = text
    .replace(/\r\n?|\u2028|\u0085/gu, '\n')
    .replaceAll(/[\f\u2029]/gu, '\n\n')
    .split('\n')
  const groups = groupsOf(lines)
  const single = hasParagraphLines(groups)
  return groups.flatMap(group => {
    const isList = listOf(group) !== null
    return single && !isList && group.length > 1 ? group.flatMap(line => partsOfGroup([line])) : partsOfGroup(group)
  })
}
