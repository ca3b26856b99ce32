import type { DifferencePart } from '#core/anchoring/verdict.ts'

/** Words that stood in one place before and after; one of them is empty where words were only taken out or put in. */
export interface WordChange {
  readonly removed: string
  readonly added: string
}

/** A letter or digit of a script that writes blanks between its words. */
const SPACED = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{M}]/u

/**
 * One side of a difference, as it is read: what stayed, with what went (`removed`) or what came (`added`). The blank between
 * two runs is lost where the words after it are not on both sides; it is put back.
 */
export function sideOf(
  difference: readonly DifferencePart[],
  side: 'removed' | 'added',
): readonly { readonly isChanged: boolean; readonly text: string }[] {
  const parts: { readonly isChanged: boolean; readonly text: string }[] = []
  let last = ''
  for (const { kind, text } of difference) {
    if (text === '' || (kind !== 'same' && kind !== side)) continue
    const isJoined = SPACED.test(last) && SPACED.test(firstCharacter(text))
    parts.push({ isChanged: kind === side, text: isJoined ? ` ${text}` : text })
    last = lastCharacter(text)
  }
  return parts
}

const firstCharacter = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32)
const lastCharacter = (text: string): string => /.$/su.exec(text)?.[0] ?? ''

/** What changed, in text order: runs that stand side by side are one change. */
export function changesIn(difference: readonly DifferencePart[]): readonly WordChange[] {
  const changes: { removed: string; added: string }[] = []
  let open = false
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // White space alone between two changed words does not part them.
      open &&= text.trim() === ''
      const last = changes.at(-1)
      if (open && last !== undefined) {
        last.removed += text
        last.added += text
      }
      continue
    }
    if (!open) changes.push({ removed: '', added: '' })
    open = true
    const last = changes.at(-1)
    if (last !== undefined) last[kind] += text
  }
  return changes
    .map(({ removed, added }) => ({ removed: removed.trim(), added: added.trim() }))
    .filter(({ removed, added }) => removed !== added)
}

/** Longest piece of a change that a sentence quotes, in characters. */
const QUOTED = 60

const quoted = (words: string): string => {
  const plain = words.replaceAll(/\s+/g, ' ')
  return `“${
    [...plain].length > QUOTED
      ? `${[...plain]
          .slice(0, QUOTED - 1)
          .join('')
          .trimEnd()}…`
      : plain
  }”`
}

/** A change in words: `“20” became “30”`. */
export function changeInWords({ removed, added }: WordChange): string {
  if (removed === '') return `${quoted(added)} was put in`
  return added === '' ? `${quoted(removed)} was taken out` : `${quoted(removed)} became ${quoted(added)}`
}

/** How much of what stayed the same is shown beside a change, in characters. */
const BESIDE = 90

const isSurrogatePair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1))

/** The first `length` characters, up to the end of a word where one is near, and never half of a character. */
function headOf(text: string, length: number): string {
  const cut = text.lastIndexOf(' ', length)
  const at = cut > length / 2 ? cut : length
  return text.slice(0, isSurrogatePair(text, at) ? at - 1 : at)
}

function tailOf(text: string, length: number): string {
  const from = text.length - length
  const cut = text.indexOf(' ', from)
  const at = cut >= 0 && cut < from + length / 2 ? cut : from
  return text.slice(isSurrogatePair(text, at) ? at + 1 : at)
}

/** The same words with an ellipsis where there is more: at the end, at the start, or in the middle. */
function shorten(text: string, keepsStart: boolean, keepsEnd: boolean): string {
  const length = BESIDE * (Number(keepsStart) + Number(keepsEnd))
  if (text.length <= length + BESIDE / 2) return text
  return `${keepsStart ? headOf(text, BESIDE) : ''} … ${keepsEnd ? tailOf(text, BESIDE) : ''}`
}

/** A difference that can be taken in at a glance: every change, with some of the words around it. */
export const shortDifference = (difference: readonly DifferencePart[]): readonly DifferencePart[] =>
  difference.map(({ kind, text }, index) => ({
    kind,
    text: kind === 'same' ? shorten(text, index > 0, index < difference.length - 1) : shorten(text, true, true),
  }))
