import { irregularForms, plainVerbs, triggers } from '../effects/triggers.ts'
import type { Trigger } from '../effects/triggers.ts'

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** What a word may be as a verb: its lemma, the forms it can be, and the triggers of that lemma (none for a plain verb). */
export interface VerbReading {
  readonly lemma: string
  readonly forms: ReadonlySet<VerbForm>
  readonly triggers: readonly Trigger[]
}

/** Verbs that double their last consonant. Sorted. */
const doubling = new Set([
  'begin',
  'control',
  'cut',
  'drop',
  'enrol',
  'get',
  'occur',
  'refer',
  'reprogram',
  'set',
  'shut',
  'step',
  'stop',
  'swim',
  'transfer',
  'win',
])

const stemBefore = (lemma: string): string => {
  if (doubling.has(lemma)) return lemma + lemma.slice(-1)
  if (/(?:[^aeiou]e|[uo]e)$/.test(lemma)) return lemma.slice(0, -1)
  return lemma
}

/** Every form of a verb, each with what it is. */
export const formsOf = (lemma: string): [string, VerbForm][] => {
  const stem = stemBefore(lemma)
  const y = /[^aeiou]y$/.test(lemma)
  const s = y ? `${lemma.slice(0, -1)}ies` : /(?:[sxzo]|[cs]h)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  const ed = y ? `${lemma.slice(0, -1)}ied` : lemma.endsWith('e') ? `${lemma}d` : `${stem}ed`
  const ing =
    lemma === 'die' || lemma === 'lie'
      ? `${lemma.slice(0, -2)}ying`
      : lemma.endsWith('ee')
        ? `${lemma}ing`
        : `${stem}ing`
  const [past, participle] = irregularForms[lemma] ?? [ed, ed]
  const extra: [string, VerbForm][] =
    lemma === 'signal' || lemma === 'label' || lemma === 'travel'
      ? [
          [`${lemma}led`, 'past'],
          [`${lemma}led`, 'participle'],
          [`${lemma}ling`, 'ing'],
        ]
      : []
  return [[lemma, 'base'], [s, 's'], [past, 'past'], [participle, 'participle'], [ing, 'ing'], ...extra]
}

const build = (): ReadonlyMap<string, VerbReading> => {
  const byLemma = new Map<string, Trigger[]>()
  for (const lemma of plainVerbs) byLemma.set(lemma, [])
  for (const trigger of triggers) byLemma.set(trigger.lemma, [...(byLemma.get(trigger.lemma) ?? []), trigger])
  const map = new Map<string, { lemma: string; forms: Set<VerbForm>; triggers: Trigger[] }>()
  for (const [lemma, own] of byLemma) {
    for (const [word, form] of formsOf(lemma)) {
      const known = map.get(word)
      if (known && known.lemma === lemma) known.forms.add(form)
      else if (!known || (known.triggers.length === 0 && own.length > 0))
        map.set(word, { lemma, forms: new Set([form]), triggers: own })
    }
  }
  return map
}

const readings = build()

/** How `word` (lower case) may be read as a verb, or null. Hyphens inside it do not matter: `down-regulates`. */
export const readVerb = (word: string): VerbReading | null =>
  readings.get(word) ?? (word.includes('-') ? (readings.get(word.replaceAll('-', '')) ?? null) : null)

/** Forms that are nearly always verbs, for telling a name's modifiers from the verb before it. */
export const isVerbForm = (word: string): boolean => {
  const reading = readVerb(word)
  return reading !== null && !(reading.forms.size === 1 && reading.forms.has('participle')) && !word.endsWith('ed')
}

/** A verb that no list has, read by its ending alone: what a tagger calls a verb but says nothing else of. */
export const unknownVerb = (word: string): VerbReading => {
  const forms: readonly VerbForm[] = word.endsWith('ing')
    ? ['ing']
    : word.endsWith('ed')
      ? ['past', 'participle']
      : /[^s]s$/.test(word)
        ? ['s']
        : ['base']
  return { lemma: word, forms: new Set(forms), triggers: [] }
}
