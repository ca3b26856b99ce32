import { readdirSync, readFileSync } from 'node:fs'
import type { Direction, Effect } from '#core/mechanism/mechanism.ts'

/** What one effect may look like: agent and target are words of the sentence, `word#2` the second place of `word`. */
export interface Reading {
  /** Null when the sentence names none. */
  readonly agent: string | null
  readonly direction: Direction
  readonly target: string
  readonly negated?: boolean
  readonly hedged?: boolean
}

/** An effect that the sentence states, with other readings of it that are as right. */
interface StatedEffect extends Reading {
  readonly or?: readonly Reading[]
}

/** A sentence that was written for this project, and what it states. */
export interface Sentence {
  readonly text: string
  readonly effects: readonly StatedEffect[]
  /** Effects that a reader may take from it or not: found or left out, both are right. */
  readonly mayAlso?: readonly Reading[]
}

/** Sentences about one construction, a file each. */
export interface SentenceFile {
  readonly about: string
  readonly sentences: readonly Sentence[]
}

const folder = new URL('.', import.meta.url)
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** The sentences that the engine reads rightly, by construction. */
export const sentenceFiles = (): SentenceFile[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json') && name !== 'open.json')
    .toSorted()
    .map(name => readJson(name) as SentenceFile)

/** The sentences that no rule reads rightly yet. */
export const openSentences = (): SentenceFile[] => readJson('open.json') as SentenceFile[]

/** Where the words stand in the text, as whole words; null when they do not, or stand in several places. */
export const placeOf = (text: string, words: string): readonly [number, number] | null => {
  const [, plain = '', which] = /^(.*?)(?:#(\d))?$/su.exec(words) ?? []
  const places: number[] = []
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + plain.length)))
      places.push(at)
  const at = which === undefined ? (places.length === 1 ? places[0] : undefined) : places[Number(which) - 1]
  return at === undefined ? null : [at, at + plain.length]
}

/** Spans that share a character count as the same, as in the evaluation. */
const covers = (text: string, words: string, found: { readonly start: number; readonly end: number }): boolean => {
  const place = placeOf(text, words)
  return place !== null && place[0] < found.end && found.start < place[1]
}

const agrees = (text: string, reading: Reading, effect: Effect): boolean =>
  reading.direction === effect.direction &&
  (reading.negated ?? false) === effect.negated &&
  (reading.hedged ?? false) === effect.hedged &&
  covers(text, reading.target, effect.target) &&
  (reading.agent === null ? effect.agent === null : effect.agent !== null && covers(text, reading.agent, effect.agent))

const written = (agent: string | null, direction: Direction, target: string, negated = false, hedged = false): string =>
  `${agent ?? '·'} ${hedged ? 'perhaps ' : ''}${negated ? 'not ' : ''}${direction} ${target}`

/** What is wrong with the effects that were found: one line for each that is missing and each that is not stated. */
export const complaints = ({ text, effects, mayAlso = [] }: Sentence, found: readonly Effect[]): string[] => {
  const readingsOf = (effect: StatedEffect): Reading[] => [effect, ...(effect.or ?? [])]
  const missing = effects.filter(effect => !found.some(one => readingsOf(effect).some(r => agrees(text, r, one))))
  const allowed = [...effects.flatMap(readingsOf), ...mayAlso]
  const extra = found.filter(one => !allowed.some(reading => agrees(text, reading, one)))
  return [
    ...missing.map(one => `missing: ${written(one.agent, one.direction, one.target, one.negated, one.hedged)}`),
    ...extra.map(
      one =>
        `not stated: ${written(one.agent?.quote ?? null, one.direction, one.target.quote, one.negated, one.hedged)}`,
    ),
  ]
}
