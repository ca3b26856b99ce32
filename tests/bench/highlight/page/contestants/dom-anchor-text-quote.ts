import { toRange } from 'dom-anchor-text-quote'
import type { Contestant } from '../contestant.ts'

export const domAnchorTextQuote: Contestant = {
  shows: 'nothing',
  anchor: ({ root }, marks) =>
    marks.map(({ selectors: { quote, position } }) => toRange(root, quote, { hint: position.start })),
}
