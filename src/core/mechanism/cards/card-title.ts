import { certaintyOf } from './certainty.ts'
import { effectVerb } from './effect-verb.ts'
import type { EffectStatement } from './effect-verb.ts'
import type { OwnWords } from './own-words.ts'
import type { StatementKeys } from './statement-key.ts'

/** A title should stand on two lines of the sidebar, in UTF-16 units. */
const LONGEST_TITLE = 90
/** Sides that are longer than this take the room of the other. */
const LONGEST_SIDE = 56
/** More targets than this are a list, not a title. */
const MOST_TARGETS = 3

const DETERMINER = /^(?:the|an?|these|those|this|that|its|their|our|both|all|such)\s+(?=\S)/iu

/** What stands in brackets or behind a comma only explains; what it explains is enough for a title. */
const ASIDE = /\s*(?:\([^()]*\)|\[[^[\]]*\])|,\s+(?:an?|the|which|who)\s.*$/giu

const cutAtWord = (words: string, most: number): string => {
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(most / 2))).replace(/[\s,;–-]+$/u, '')}…`
}

/** An effect as far as a title needs it; several come in text order. */
export interface TitledEffect extends EffectStatement {
  /** 0 to 1. */
  readonly confidence: number
  /** Where the words that say so begin; absent for an effect that the reader wrote. */
  readonly at?: number
  /** How the text puts it; null where that is not plain. */
  readonly words?: OwnWords | null
}

const sideName = (quote: string): string => {
  const plain = quote.replace(/\s+/gu, ' ').trim()
  const bare = plain.replace(ASIDE, '').replace(DETERMINER, '').trim()
  return cutAtWord(bare === '' ? plain : bare, LONGEST_SIDE)
}

/** With a capital, unless it is a symbol that begins small ("p53", "iNOS", "miR-21"). */
const upperFirst = (words: string): string =>
  /^\p{Ll}{1,3}[\p{Lu}\p{N}-]/u.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1)

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

const steps = { plain: 0, likely: 1, doubtful: 2 } as const

/** Surest and plainest first; in text order where equal. What is said to have no effect makes a poor title. */
const byWorth = (a: TitledEffect, b: TitledEffect): number =>
  Number(a.agent === null) - Number(b.agent === null) ||
  Number(a.direction === 'affects') - Number(b.direction === 'affects') ||
  Number(a.negated) - Number(b.negated) ||
  steps[certaintyOf(a.confidence)] - steps[certaintyOf(b.confidence)] ||
  Number(a.hedged) - Number(b.hedged)

/** Whether one title can name the targets of both. */
const isAlike = (best: TitledEffect, other: TitledEffect, keys: StatementKeys): boolean =>
  keys.side(other.agent) === keys.side(best.agent) &&
  other.direction === best.direction &&
  other.negated === best.negated &&
  other.hedged === best.hedged

/**
 * A title for a passage that has none: what acts on what, by the surest effect and those that say the same of other
 * targets, in the text's own words where they are plain ("IL-10 reduced the number of activated microglia"), else in the
 * program's ("Curcumin decreases IL-6 and TNF-α"). `effects` are those that the card is to be known by; at least one.
 */
export const titleOf = (effects: readonly TitledEffect[], keys: StatementKeys): string => {
  const [best] = effects.toSorted(byWorth)
  if (best === undefined) return 'Mechanism'
  const agent = best.agent === null ? null : sideName(best.agent)
  const { words } = best
  const phrase = words?.phrase ?? effectVerb({ ...best, agent })
  if (words?.first === 'target')
    return cutAtWord(upperFirst(`${sideName(best.target)} ${phrase} ${agent ?? ''}`), LONGEST_TITLE)
  const alike = effects.filter(
    other => isAlike(best, other, keys) && (words == null || (other.at === best.at && other.at !== undefined)),
  )
  const targets = new Map([best, ...alike].map(({ target }) => [keys.side(target), sideName(target)]))
  const sentence = (count: number): string =>
    upperFirst(`${agent ?? 'Something'} ${phrase} ${listed([...targets.values()].slice(0, count))}`)
  for (let count = Math.min(MOST_TARGETS, targets.size); count > 1; count--)
    if (sentence(count).length <= LONGEST_TITLE) return sentence(count)
  return cutAtWord(sentence(1), LONGEST_TITLE)
}
