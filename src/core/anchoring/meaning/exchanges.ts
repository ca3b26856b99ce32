import { words } from '../../text/words.ts'
import type { DifferencePart } from '../verdict.ts'

/** What stands in the place of what: words taken out and put in between two runs of the same words, in small letters. */
export interface Exchange {
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

const lowerWords = (text: string): string[] => words(text).map(token => token.text.toLowerCase())

export const exchangesOf = (difference: readonly DifferencePart[]): Exchange[] => {
  const exchanges: { removed: string[]; added: string[] }[] = []
  let open = false
  for (const { kind, text } of difference) {
    if (kind === 'same') {
      // A sign alone between two changes does not part them.
      open &&= words(text).length === 0
      continue
    }
    if (!open) exchanges.push({ removed: [], added: [] })
    open = true
    exchanges.at(-1)?.[kind].push(...lowerWords(text))
  }
  return exchanges
}
