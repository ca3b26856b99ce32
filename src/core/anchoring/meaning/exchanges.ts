import { words } from '../../text/words.ts'
import type { DifferencePart } from '../verdict.ts'

/** What stands in the place of what: words taken out and put in between two runs of the same words, in small letters. */
export interface Exchange {
  /** The words that both have, since the exchange before. */
  readonly since: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** The shared word that follows: with it an exchanged one may make a name ("mast cells"). */
  readonly next: string | null
}

const lowerWords = (text: string): string[] => words(text).map(token => token.text.toLowerCase())

export const exchangesOf = (difference: readonly DifferencePart[]): Exchange[] => {
  const exchanges: { since: readonly string[]; removed: string[]; added: string[]; next: string | null }[] = []
  let open = false
  let since: string[] = []
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // A sign alone between two changes does not part them.
      const same = lowerWords(text)
      const last = exchanges.at(-1)
      if (open && last !== undefined) last.next = same[0] ?? null
      open &&= same.length === 0
      since.push(...same)
      continue
    }
    if (!open) exchanges.push({ since, removed: [], added: [], next: null })
    open = true
    since = []
    exchanges.at(-1)?.[kind].push(...lowerWords(text))
  }
  return exchanges
}
