import type { AnchorStatus, Verdict } from '#core/anchoring/verdict.ts'

type Judged = readonly { readonly verdict: Verdict }[]

interface Noun {
  readonly one: string
  readonly many: string
}
export const marksNoun: Noun = { one: 'mark', many: 'marks' }
export const cardsNoun: Noun = { one: 'card', many: 'cards' }

const countStatus = (list: Judged, ...wanted: readonly AnchorStatus[]): number =>
  list.filter(({ verdict }) => wanted.includes(verdict.status)).length

/** Everything found, as a sentence without its full stop. */
function allFound(count: number, { one, many }: Noun): string {
  if (count === 1) return `Your ${one} found its passage`
  return `${count === 2 ? 'Both' : `All ${count.toLocaleString('en')}`} ${many} found their passage`
}

/** What an update came to for the reader's marks or cards, in words: `12 marks: 9 found, 1 changed, 1 to choose, 1 lost`. */
export function headlineOf(list: Judged, noun: Noun): string {
  const total = list.length
  if (total === 0) return `There were no ${noun.many} to carry over`
  const found = countStatus(list, 'exact', 'moved')
  if (found === total) return allFound(total, noun)
  const parts = [
    [found, 'found'],
    [countStatus(list, 'changed'), 'changed'],
    [countStatus(list, 'uncertain'), 'to choose'],
    [countStatus(list, 'orphaned'), 'lost'],
  ] as const
  const told = parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${word}`]))
  return `${total.toLocaleString('en')} ${total === 1 ? noun.one : noun.many}: ${told.join(', ')}`
}
