import { words } from '#core/text/words.ts'
import { applyEdits, textOf } from './edited-text.ts'
import type { Edit, EditedText } from './edited-text.ts'
import type { Random } from './random.ts'

/** What a format does to a text. The words stay; how they are written down does not. */
export type Format = (edited: EditedText, random: Random) => EditedText

/** Replaces what `pattern` (global) matches; a replacement that is the same is no edit. */
const rewrite = (edited: EditedText, pattern: RegExp, to: (match: RegExpExecArray) => string): EditedText => {
  const edits: Edit[] = []
  for (const match of textOf(edited).matchAll(pattern)) {
    const text = to(match)
    if (text !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text })
  }
  return applyEdits(edited, edits)
}

const LIGATURES: Readonly<Record<string, string>> = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' }

const withLigatures: Format = edited =>
  rewrite(edited, /ffi|ffl|ff|fi|fl/g, ([letters]) => LIGATURES[letters] ?? letters)

const withStraightQuotes: Format = edited =>
  rewrite(edited, /[‘’“”]/g, ([mark]) => (mark === '“' || mark === '”' ? '"' : "'"))

const withCurlyQuotes: Format = edited =>
  rewrite(edited, /(?<=^|\s)["']|["']/gu, match =>
    match[0] === '"' ? (/\s/.test(match.input.charAt(match.index - 1)) ? '“' : '”') : '’',
  )

const LINE = 84

/** Breaks paragraphs into lines: at spaces, and now and then inside of a long word, which gets a hyphen. */
const withBrokenLines: Format = (edited, random) => {
  const text = textOf(edited)
  const edits: Edit[] = []
  let column = 0
  for (const match of text.matchAll(/\n|[^\s]+[ ]?/gu)) {
    const [piece] = match
    if (piece === '\n') column = 0
    else if (column + piece.trimEnd().length > LINE) {
      const long = /^\p{Ll}{8,}/u.exec(piece)?.[0]
      if (long && random.next() < 0.5) {
        const cut = match.index + random.between(3, long.length - 3)
        edits.push({ start: cut, end: cut, text: '-\n' })
        column = match.index + piece.length - cut
      } else if (text.charAt(match.index - 1) === ' ') {
        edits.push({ start: match.index - 1, end: match.index, text: '\n' })
        column = piece.length
      } else column += piece.length
    } else column += piece.length
  }
  return applyEdits(edited, edits)
}

const LINES_A_PAGE = 38

/** Puts a page number and a running head between lines, as text taken out of a PDF has them. */
const withPageHeads: Format = (edited, random) => {
  const edits: Edit[] = []
  let lines = random.between(5, LINES_A_PAGE)
  let page = random.between(100, 900)
  for (const { index } of textOf(edited).matchAll(/\n/gu)) {
    if (--lines > 0) continue
    lines = LINES_A_PAGE
    edits.push({ start: index, end: index, text: `\n${page}\nReports on Text and Tissue, vol. 12` })
    page += 1
  }
  return applyEdits(edited, edits)
}

export const asPdf: Format = (edited, random) =>
  withPageHeads(withBrokenLines(withLigatures(withStraightQuotes(edited, random), random), random), random)

/** Headings, emphasis, links and footnote marks of a lightweight markup; signs that it would read are escaped. */
export const asMarkdown: Format = (edited, random) => {
  const escaped = rewrite(edited, /[*_[\]<>]/g, ([sign]) => `\\${sign}`)
  const text = textOf(escaped)
  const edits: Edit[] = []
  for (const { start, end } of random.sample(words(text), Math.round(text.length / 120))) {
    const [before, after] = random.pick([
      ['*', '*'],
      ['**', '**'],
      ['`', '`'],
      ['[', '](#a3)'],
      ['', '[^3]'],
    ] as const)
    edits.push({ start, end: start, text: before }, { start: end, end, text: after })
  }
  for (const { index } of text.matchAll(/\n(?=[^\n]{3,60}\n)/gu))
    edits.push({ start: index + 1, end: index + 1, text: random.pick(['## ', '- ', '> ']) })
  return rewrite(
    applyEdits(
      escaped,
      edits.filter(({ start, end, text: put }) => start < end || put !== ''),
    ),
    /\n/gu,
    () => '\n\n',
  )
}

/** Soft hyphens in long words, no-break spaces, other hyphens, composed letters taken apart. */
export const inOtherUnicode: Format = (edited, random) => {
  const hyphenated = applyEdits(
    edited,
    [...textOf(edited).matchAll(/\p{L}{8,}/gu)].flatMap(({ index, 0: word }): Edit[] => {
      const at = index + random.between(3, word.length - 3)
      return [{ start: at, end: at, text: '\u00ad' }]
    }),
  )
  const spaced = rewrite(hyphenated, / (?=[\p{N}±%])|(?<=\p{N}) /gu, () => '\u00a0')
  const dashed = rewrite(spaced, /(?<=\p{L})-(?=\p{L})/gu, () => random.pick(['\u2010', '\u2011']))
  return rewrite(withCurlyQuotes(dashed, random), /\P{ASCII}/gu, ([letter]) => letter.normalize('NFD'))
}

/** Blocks without anything between them, or with more than they had; cells of a table under one another. */
export const withOtherBlocks: Format = (edited, random) => {
  const cells = rewrite(edited, /\t/g, () => '\n')
  return rewrite(cells, /\n|(?<=[.,;]) /gu, ([space]) => {
    if (space === '\n') return random.pick(['', ' ', '\n\n', '\n  ', '\r\n'])
    return random.next() < 0.1 ? '  ' : space
  })
}
