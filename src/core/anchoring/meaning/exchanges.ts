import { words } from '../../text/words.ts'
import type { DifferencePart } from '../verdict.ts'

/** What stands in the place of what: words taken out and put in between two runs of the same words, in small letters. */
export interface Exchange {
  /** The words that both have, since the exchange before. */
  readonly since: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const lowerWords = (text: string): string[] => words(text).map(token => token.text.toLowerCase())

export const exchangesOf = (difference: readonly DifferencePart[]): Exchange[] => {
  const exchanges: { since: readonly string[]; removed: string[]; added: string[] }[] = []
  let open = false
  let since: string[] = []
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // A sign alone between two changes does not part them.
      const same = lowerWords(text)
      open &&= same.length === 0
      since.push(...same)
      continue
    }
    if (!open) exchanges.push({ since, removed: [], added: [] })
    open = true
    since = []
    exchanges.at(-1)?.[kind].push(...lowerWords(text))
  }
  return exchanges
}
