import { addresses } from './strings/addresses.ts'
import { handlers } from './strings/handlers.ts'
import { loads } from './strings/loads.ts'
import { markdown } from './strings/markdown.ts'
import { namesTaken } from './strings/names.ts'
import { parsing } from './strings/parsing.ts'
import { plainText } from './strings/plain-text.ts'

/** One string of the project's own collection. */
export interface AttackString {
  /** Its number in the collection, which it tells when it runs and asks for when it loads. */
  readonly number: number
  readonly technique: string
  readonly text: string
}

const templates = [...handlers, ...addresses, ...loads, ...parsing, ...namesTaken, ...plainText, ...markdown]

/**
 * Every string, with calls of `pwned(number)` where it would run and `address/number` where it would load.
 * @param address of a server that counts what is asked of it, such as `http://127.0.0.1:8080/hit`
 */
export const attackStrings = (address: string): readonly AttackString[] => {
  const seen = new Set<string>()
  return templates
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .map(({ technique, text }, number) => ({
      number,
      technique,
      text: text.replaceAll('{run}', `pwned(${number})`).replaceAll('{load}', `${address}/${number}`),
    }))
}

/** The first string of each technique. */
export const oneOfEach = (strings: readonly AttackString[]): readonly AttackString[] => [
  ...new Map(strings.toReversed().map(string => [string.technique, string])).values(),
]

/** The first string of each technique and every `nth` of all: enough for a quick look. */
export const someOf = (strings: readonly AttackString[], nth: number): readonly AttackString[] => {
  const first = new Set(oneOfEach(strings))
  return strings.filter(string => first.has(string) || string.number % nth === 0)
}
