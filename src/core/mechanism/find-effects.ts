import { compareSpans, overlaps, passageAt } from '../text/span.ts'
import type { Span } from '../text/span.ts'
import { findMentions, findOwnNames } from './entities/find-mentions.ts'
import type { Mention } from './entities/find-mentions.ts'
import { indexLexicon } from './entities/index-lexicon.ts'
import type { Lexicon } from './entities/lexicon.ts'
import type { Effect, EntityType } from './mechanism.ts'
import { rules } from './effects/raw-effect.ts'
import type { RawEffect } from './effects/raw-effect.ts'
import { effectsOfSpan, newDiscourse } from './effects/read-effects.ts'
import type { Weighing } from './effects/read-effects.ts'
import { withoutAttachedProcesses } from './readings/attached-processes.ts'
import { foundThresholds, givenThresholds, shippedWeigher } from './readings/weights.ts'

/** An entity that the caller knows already: its spans in the text, `[start, end]` each, and its type in any scheme. */
export interface GivenEntity {
  readonly type?: string
  readonly spans: readonly (readonly [number, number])[]
}

/** What type names of other schemes come to here (BioNLP shared tasks: Cancer Genetics, Pathway Curation). */
const typeNames: readonly (readonly [RegExp, EntityType])[] = [
  [/chemical|drug|amino/i, 'chemical'],
  [/cancer|disease|pathological/i, 'disease'],
  [/^cell$|cell[_ -]?(?:type|line)/i, 'cell'],
  [/process/i, 'process'],
  [/symptom/i, 'symptom'],
  [/tissue|organ(?!ism)|anatomical|component/i, 'tissue'],
  [/organism|species/i, 'organism'],
]

const givenMentions = (text: string, given: readonly GivenEntity[]): Mention[] => {
  const all = given
    .flatMap(({ type = '', spans }) =>
      spans.flatMap(([start, end]) => {
        if (!(start >= 0 && end > start && end <= text.length)) return []
        const known = typeNames.find(([pattern]) => pattern.test(type))?.[1] ?? 'gene-or-protein'
        return [{ start, end, name: text.slice(start, end), type: known, source: 'given' as const }]
      }),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mention[] = []
  for (const mention of all) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

/** How much an effect is to be trusted: its rule's worth, less for what was carried here or only held possible. */
const confidenceOf = (effect: RawEffect): number =>
  Math.round(
    rules[effect.rule] *
      (effect.carried ? 0.8 : 1) *
      (effect.target.mention.source === 'shape' ? 0.9 : 1) *
      (effect.hedged ? 0.95 : 1) *
      (effect.probability ?? 1) *
      100,
  ) / 100

/** The effect with its words, as it is shown and stored. */
export const asEffect = (text: string, effect: RawEffect, id: string): Effect => ({
  id,
  agent: effect.agent ? passageAt(text, effect.agent.span) : null,
  direction: effect.direction,
  target: passageAt(text, effect.target.span),
  trigger: passageAt(text, effect.trigger),
  negated: effect.negated,
  hedged: effect.hedged,
  confidence: confidenceOf(effect),
  rule: effect.carried ? `${effect.rule}-carried` : effect.rule,
})

/** Processes that molecules take part in; others are those of cells, tissues and bodies. */
const OF_MOLECULES =
  /\b(?:acetylation|apoptosis|assembly|association|binding|catabolism|cell cycle|cleavage|conversion|degradation|dephosphorylation|dimeri[sz]ation|dissociation|export|expression|glycosylation|hydrolysis|hydroxylation|import|interactions?|internali[sz]ation|locali[sz]ation|methylation|oxidation|phosphorylation|polymeri[sz]ation|proteolysis|recruitment|release|secretion|sumoylation|synthesis|transactivation|transcription|translation|translocation|transport|ubiquitination|uptake)$/iu

const LARGER_THAN_MOLECULES: ReadonlySet<EntityType> = new Set(['cell', 'disease', 'organism', 'symptom'])

/**
 * The given entities, and the processes named beside them: they act and are acted on, but are no entities in other schemes. Where only
 * molecules were given, the account is one of molecules, and so are its processes.
 */
const givenWithProcesses = (text: string, given: readonly GivenEntity[], found: readonly Mention[]): Mention[] => {
  const own = givenMentions(text, given)
  const isLarger = own.some(({ type }) => LARGER_THAN_MOLECULES.has(type))
  const processes = found.filter(
    mention =>
      mention.type === 'process' &&
      (isLarger || OF_MOLECULES.test(text.slice(mention.start, mention.end))) &&
      !own.some(other => overlaps(mention, other)),
  )
  return [...own, ...processes].toSorted(compareSpans)
}

/** What may act or be acted on in a plain text: the given entities with the processes beside them, or what is found. */
export const mentionsFor = (text: string, lexicon: Lexicon, given?: readonly GivenEntity[]): Mention[] => {
  const index = indexLexicon(lexicon)
  const found = findMentions(text, { start: 0, end: text.length }, index, findOwnNames(text, index))
  return withoutAttachedProcesses(text, given ? givenWithProcesses(text, given, found) : found)
}

/**
 * The effects that a plain text states, in text order, with ids `e1`, `e2`, … Offsets are UTF-16 units of `text`.
 * With `given`, those entities and the processes that the text names may act or be acted on; without, entities are found by
 * the lexicon and by their shape. Takes any text; never throws.
 */
export const findEffects = (
  text: string,
  lexicon: Lexicon,
  given?: readonly GivenEntity[],
  weighing: Partial<Weighing> = {},
): Effect[] => {
  const { weigher = shippedWeigher, thresholds = given ? givenThresholds : foundThresholds } = weighing
  const whole: Span = { start: 0, end: text.length }
  const mentions = mentionsFor(text, lexicon, given)
  return effectsOfSpan(text, whole, mentions, newDiscourse(), { weigher, thresholds }).map((effect, i) =>
    asEffect(text, effect, `e${i + 1}`),
  )
}
