import { words } from '../../text/words.ts'
import type { DifferencePart } from '../verdict.ts'

/** What stands in the place of what: words taken out and put in between two runs of the same words, in small letters. */
export interface Exchange {
  /** What both have, since the exchange before. */
  readonly since: string
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** The shared word that follows: with it an exchanged one may make a name ("mast cells"). */
  readonly next: string | null
}

export const lowerWords = (text: string): string[] => words(text).map(token => token.text.toLowerCase())

/** Everything up to the end of the first run of signs that has a word in it. */
const BEGINNING = /^[^\p{L}\p{N}]*[\p{L}\p{N}]\S*/u

const firstWord = (text: string): string | null => lowerWords(BEGINNING.exec(text)?.[0] ?? '')[0] ?? null

export const exchangesOf = (difference: readonly DifferencePart[]): Exchange[] => {
  const exchanges: { since: string; removed: string[]; added: string[]; next: string | null }[] = []
  let open = false
  let since = ''
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // A sign alone between two changes does not part them.
      const next = firstWord(text)
      const last = exchanges.at(-1)
      if (open && last !== undefined) last.next = next
      open &&= next === null
      since += text
      continue
    }
    if (!open) exchanges.push({ since, removed: [], added: [], next: null })
    open = true
    since = ''
    exchanges.at(-1)?.[kind].push(...lowerWords(text))
  }
  return exchanges
}
