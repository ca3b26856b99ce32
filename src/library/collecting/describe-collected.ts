import { MOST_FILES } from './collect-files.ts'
import type { CollectedFiles } from './collect-files.ts'

/** Kinds that are named; the rest are counted together. */
const NAMED = 6

const count = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`

/** What a walk through folders left out, a sentence each, for the reader. */
export const describeCollected = ({ passedOver, problems, tooMany }: CollectedFiles): readonly string[] => {
  const kinds = [...passedOver].toSorted(([, a], [, b]) => b - a)
  const all = kinds.reduce((sum, [, number]) => sum + number, 0)
  const named = kinds.slice(0, NAMED).map(([ending, number]) => count(number, ending === '' ? 'without' : `.${ending}`))
  const others = kinds.slice(NAMED).reduce((sum, [, number]) => sum + number, 0)
  const list = [...named, ...(others > 0 ? [count(others, 'others')] : [])].join(', ')
  return [
    ...(all > 0
      ? [`Passed over ${count(all, all === 1 ? 'file that holds' : 'files that hold')} no article (${list}).`]
      : []),
    ...(tooMany
      ? [
          `There are more than ${count(MOST_FILES, 'articles')}. Those were imported; give the other folders by themselves.`,
        ]
      : []),
    ...problems,
  ]
}
