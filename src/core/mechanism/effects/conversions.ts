import { overlaps } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Chunk } from '../words/chunk-units.ts'
import { isHedged, isNegated } from './modality.ts'
import type { RawEffect } from './raw-effect.ts'
import { subjectOf } from './subject-of.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'

/** Verbs that say of their subject what it came from, before "from". Sorted. */
const originVerbs = /^(?:arise|derive|descend|develop|emerge|form|generate|make|originate|produce|synthesi[sz]e)$/

/** Nouns that say what becomes what: "conversion of X to Y". Sorted. */
const conversionNouns =
  /^(?:aromati[sz]ation|biotransformation|breakdown|cleavage|conversion|demethylation|development|differentiation|hydrolysis|hydroxylation|isomeri[sz]ation|maturation|metabolism|oxidation|processing|reduction|transdifferentiation|transformation|transition)$/

/** A molecule becomes a molecule, a cell a cell; a disease that "arises from" cells is none of them. */
const isAlike = (a: Target, b: Target): boolean => {
  const isMolecule = ({ type }: Target): boolean => type === 'chemical' || type === 'gene-or-protein'
  return (a.type === 'cell' && b.type === 'cell') || (isMolecule(a) && isMolecule(b))
}

const become = (
  sources: readonly Target[],
  products: readonly Target[],
  said: { readonly trigger: Span; readonly negated: boolean; readonly hedged: boolean },
): RawEffect[] =>
  sources.flatMap(source =>
    products.flatMap((target): RawEffect[] =>
      overlaps(source.span, target.span) || !isAlike(source, target)
        ? []
        : [
            {
              ...said,
              agent: { span: source.span, mention: source.mention },
              carried: false,
              direction: 'converts',
              target,
              rule: 'conversion',
            },
          ],
    ),
  )

/** "Y arises from X", "Y is formed from X". */
const fromOrigin = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb' || !originVerbs.test(verb.reading?.lemma ?? '') || verb.form === 'ing') return []
  if (verb.reading?.triggers.length !== 0 && verb.form === 'finite') return []
  if (!isWord(chunks[at + 1], 'from') || !nounAt(chunks, at + 2)) return []
  const subject = subjectOf(text, chunks, at)
  if (subject?.kind !== 'named') return []
  return become(readTargets(text, chunks, at + 2).targets, subject.targets, {
    trigger: verb.word,
    negated: isNegated(chunks, at),
    hedged: isHedged(chunks, at),
  })
}

/** "conversion of X to Y", "differentiation of X into Y". */
const ofNoun = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] => {
  const head = nounAt(chunks, at)?.head
  if (!head || !conversionNouns.test(head.lower) || !isWord(chunks[at + 1], 'of') || !nounAt(chunks, at + 2)) return []
  const source = readTargets(text, chunks, at + 2, 1)
  if (!isWord(chunks[source.next], 'into', 'to', 'towards', 'toward') || !nounAt(chunks, source.next + 1)) return []
  return become(source.targets, readTargets(text, chunks, source.next + 1).targets, {
    trigger: head,
    negated: false,
    hedged: false,
  })
}

/** What the verb or the noun at `at` says of one thing that becomes another: the first is the agent, the second the target. */
export const effectsOfConversion = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] =>
  chunks[at]?.kind === 'verb' ? fromOrigin(text, chunks, at) : ofNoun(text, chunks, at)
