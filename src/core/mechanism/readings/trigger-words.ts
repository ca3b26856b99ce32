import { formsOf } from '../words/verb-forms.ts'
import type { VerbForm } from '../words/verb-forms.ts'
import { triggerFamilies } from './trigger-families.ts'
import type { TriggerFamily } from './trigger-families.ts'

export interface TriggerSense {
  readonly family: TriggerFamily
  /** First verb of the family, by which it is told from others. */
  readonly name: string
  readonly kind: 'verb' | 'noun' | 'adjective' | 'agent'
  /** Of a verb: the forms that the word may be. */
  readonly forms: ReadonlySet<VerbForm>
}

const none: ReadonlySet<VerbForm> = new Set()

const plural = (noun: string): string =>
  noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? `${noun}es` : `${noun}s`

interface Senses {
  verb?: TriggerSense & { readonly forms: Set<VerbForm> }
  other?: TriggerSense
}

const build = (): ReadonlyMap<string, Senses> => {
  const words = new Map<string, Senses>()
  const at = (word: string): Senses => {
    const senses = words.get(word) ?? {}
    words.set(word, senses)
    return senses
  }
  for (const family of triggerFamilies) {
    const name = family.verbs[0] ?? ''
    for (const verb of family.verbs) {
      for (const [word, form] of formsOf(verb)) {
        const senses = at(word)
        senses.verb ??= { family, name, kind: 'verb', forms: new Set() }
        senses.verb.forms.add(form)
      }
    }
    const add = (kind: 'noun' | 'adjective' | 'agent', word: string): void => {
      at(word).other ??= { family, name, kind, forms: none }
    }
    for (const noun of family.nouns) for (const word of [noun, plural(noun)]) add('noun', word)
    for (const adjective of family.adjectives) add('adjective', adjective)
    for (const agent of family.agents) for (const word of [agent, plural(agent)]) add('agent', word)
  }
  return words
}

const words = build()

/** What `word` (lower case) may say as a verb and as another part of speech; null when it is no trigger. */
export const triggerSenses = (
  word: string,
): { readonly verb: TriggerSense | null; readonly other: TriggerSense | null } | null => {
  const senses = words.get(word)
  return senses ? { verb: senses.verb ?? null, other: senses.other ?? null } : null
}
