import { splitAuthors } from '../authors.ts'
import type { MarkedWork, ReadMarks } from '../foreign-mark.ts'
import { GatheredMarks } from '../gather-marks.ts'
import { cleanText } from '../json-fields.ts'
import { readKindleDate } from '../kindle/kindle-date.ts'

const BOOK = /^# (.+)\n##### (.*)$/m
const ENTRY = /^### Page (\S.{0,40}?) @ (\d{1,2} \p{L}+ \d{4} .{5,20})$/u

/** What KOReader may set around a highlight for the way in which it was drawn. */
const FRAMES: readonly (readonly [string, string])[] = [
  ['**_', '_**'],
  ['**', '**'],
  ['==', '=='],
  ['++', '++'],
  ['~~', '~~'],
  ['<u>', '</u>'],
  ['*', '*'],
]

const withoutFrame = (text: string): string => {
  const frame = FRAMES.find(
    ([open, close]) => text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close),
  )
  return frame === undefined ? text : text.slice(frame[0].length, -frame[1].length)
}

interface OpenEntry {
  readonly page: string
  readonly dated: string
  readonly chapter: string | null
  readonly lines: string[]
}

const take = (into: GatheredMarks, work: MarkedWork, { page, dated, chapter, lines }: OpenEntry): void => {
  const rule = lines.indexOf('---')
  const isLink = (text: string): boolean => /^\[.*\]\(<?file:\/\//.test(text)
  const [words, notes] = (rule < 0 ? [lines, []] : [lines.slice(0, rule), lines.slice(rule + 1)]).map(part =>
    part
      .filter(text => !isLink(text))
      .join('\n')
      .trim(),
  )
  const created = readKindleDate(dated)
  const quote = withoutFrame(words ?? '')
  into.add(work, {
    id: [dated, page, quote.replace(/\s+/g, ' ').slice(0, 40)].join('|'),
    kind: quote === '' ? 'note' : 'highlight',
    quote,
    note: notes ?? '',
    place: { page, ...(chapter !== null && { chapter }) },
    ...(created === undefined ? { dated } : { created }),
  })
}

/** True of a text that begins as KOReader's Markdown export does. */
export const isKoreaderMarkdown = (text: string): boolean => {
  const head = cleanText(text.slice(0, 16 * 1024)).replace(/^\ufeff/, '')
  return BOOK.test(head) && head.split('\n').some(line => ENTRY.test(line))
}

/** Marks of KOReader's Markdown export, of one book or of several in one file; null when the text is none. */
export const readKoreaderMarkdown = (given: string): ReadMarks | null => {
  if (!isKoreaderMarkdown(given)) return null
  const into = new GatheredMarks('koreader')
  let work: MarkedWork = { title: 'Without a title', authors: [] }
  let chapter: string | null = null
  let entry: OpenEntry | null = null
  const end = (): void => {
    if (entry !== null) take(into, work, entry)
    entry = null
  }
  const lines = cleanText(given)
    .replace(/^\ufeff/, '')
    .split('\n')
  for (const [at, line] of lines.entries()) {
    const found = ENTRY.exec(line)
    if (found !== null) {
      end()
      entry = { page: found[1] ?? '', dated: found[2] ?? '', chapter, lines: [] }
    } else if (line.startsWith('# ') && lines[at + 1]?.startsWith('##### ') === true) {
      end()
      work = {
        title: line.slice(2).trim(),
        authors: splitAuthors((lines[at + 1] ?? '').slice(6).replaceAll(', ', ';')),
      }
      chapter = null
    } else if (line.startsWith('## ')) {
      end()
      chapter = line.slice(3).trim()
    } else entry?.lines.push(line)
  }
  end()
  return into.result()
}
