import { passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Study } from '../mechanism.ts'

type Outcome = Study['outcomes'][number]

/** What words say about a measured value, the plainest first. */
const directionCues: readonly (readonly [Outcome['direction'], RegExp])[] = [
  [
    'unchanged',
    /\b(?:unchanged|no (?:significant |clear |relevant |marked )?(?:changes?|differences?|abnormalit(?:y|ies))|nothing abnormal|(?:did|does|do|was|were|has|have) not (?:\w+ly )?\p{L}+|(?:was|were|remained) (?:\w+ly )?similar\b|within (?:the |a )?(?:normal|reference) (?:range|limits)|(?:remained|stayed|were|was) (?:normal|stable|the same))\b/iu,
  ],
  ['worse', /\b(?:worse|worsen(?:ed|s)?|deteriorat(?:ed|es|ion)|aggravated|poorer)\b/iu],
  [
    'better',
    /\b(?:improve(?:d|s|ment|ments)?|better|recover(?:ed|y)?|relie(?:f|ved)|eased|alleviated|healed|beneficial|benefit(?:ed)?)\b/iu,
  ],
  [
    'up',
    /\b(?:rose|rise[ns]?|rising|increas(?:e|ed|es|ing)|went up|higher|elevated|gr[eo]w|gained|tended up(?:wards?)?|upwards?|climbed|doubled)\b/iu,
  ],
  [
    'down',
    /\b(?:fell|fall(?:en|s)?(?!\s+(?:were|was|risk|rates?|per)\b)|decreas(?:e|ed|es|ing)|declin(?:e|ed)|dropp?ed|lower(?:ed)?|reduc(?:ed|tion|es)|went down|tended down(?:wards?)?|downwards?|halved|diminished|attenuated|inhibited|suppressed)\b/iu,
  ],
]

const INTERPRETS =
  /\b(?:source|authors?|researchers|investigators|writers?|we|article|report)\b[^.;]{0,40}\b(?:attribut\w+|believ\w+|consider\w*|interpret\w*|reads?|regards?|sees?|takes?|thinks?|took|views?)\b|\b(?:is|are|was|were) (?:interpreted|taken|read|seen|regarded|viewed|understood) (?:as|to|by)\b/iu
const FAVOURABLE = /\b(?:favou?r\w*|beneficial|good sign|positive|promising|helpful|promot\w+)\b/iu
const UNFAVOURABLE = /\b(?:unfavou?rable|harmful|bad sign|negative|adverse)\b/iu
/** Sentences about what was done, not about what came out. */
const PROCEDURE =
  /\b(?:took part|enroll?ed|recruited|were given|was examined|were examined|was tested|were tested|was measured|were measured|were recorded|was recorded|were counted)\b/iu

/** The direction whose cue comes first in `words`; of cues that begin together the one that stands first in the list. */
export const directionOf = (words: string): Outcome['direction'] | null => {
  let best: { direction: Outcome['direction']; at: number } | null = null
  for (const [direction, cue] of directionCues) {
    const at = cue.exec(words)?.index ?? -1
    if (at >= 0 && (best === null || at < best.at)) best = { direction, at }
  }
  return best?.direction ?? null
}

/** Farther than this from a comma nothing is looked for, in UTF-16 units. */
const LONGEST_CLAUSE = 600

/** The clauses of a sentence that each say what became of something. */
const clausesOf = (text: string, sentence: Span): Span[] => {
  const words = text.slice(sentence.start, sentence.end)
  const clauses: Span[] = []
  let from = 0
  for (const match of words.matchAll(/;\s+|,?\s+(?:and|but|while|whereas)\s+|,\s+/giu)) {
    const at = match.index + match[0].length
    const before = words.slice(Math.max(from, match.index - LONGEST_CLAUSE), match.index)
    const after = words.slice(at, at + LONGEST_CLAUSE).split(/;\s+|,\s+(?:and|but|while|whereas)\s+/iu)[0] ?? ''
    // A list of measured things is one clause: a clause ends only where a verb of change stands on either side.
    if (
      directionOf(before) === null ||
      directionOf(after) === null ||
      !/^(?:the|its|their|his|her|\p{L}+)\s+\p{L}+/iu.test(after)
    )
      continue
    if (!/[;]|while|whereas|but|,/iu.test(match[0]) && !/^(?:the|its|their)\b/iu.test(after)) continue
    clauses.push({ start: sentence.start + from, end: sentence.start + match.index })
    from = at
  }
  const end = words.replace(/[.;!?\s]+$/u, '').length
  clauses.push({ start: sentence.start + from, end: sentence.start + Math.max(end, from) })
  return clauses
}

const shown = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

const reported = (text: string, clause: Span): Outcome[] => {
  const said = text.slice(clause.start, clause.end)
  const direction = directionOf(said)
  return direction === null ? [] : [{ text: shown(said), direction, passage: passageAt(text, clause) }]
}

const interpretation = (text: string, span: Span): Outcome => {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  const direction = UNFAVOURABLE.test(words)
    ? 'worse'
    : FAVOURABLE.test(words)
      ? 'better'
      : (directionOf(words) ?? 'unclear')
  return {
    text: shown(words.replace(/[.\s]+$/u, '').replace(/^\s*which\b/iu, '… which')),
    direction,
    interpretation: true,
    passage: passageAt(text, { start, end: span.end }),
  }
}

/**
 * What came out, clause by clause, with the source's own readings of it told apart: sentences that say so, and those of
 * its conclusions. `skip` tells sentences that are read elsewhere.
 */
export const readOutcomes = (
  text: string,
  sentences: readonly Span[],
  skip: (sentence: Span) => boolean,
  concludes: (sentence: Span) => boolean,
): Outcome[] =>
  sentences.flatMap((sentence): Outcome[] => {
    const words = text.slice(sentence.start, sentence.end)
    if (skip(sentence)) return []
    if (INTERPRETS.test(words)) {
      const aside = words.search(/,\s+which\b/iu)
      const said =
        aside > 0 && !INTERPRETS.test(words.slice(0, aside))
          ? { start: sentence.start, end: sentence.start + aside }
          : null
      const reading = said ? { start: said.end + 1, end: sentence.end } : sentence
      return [
        ...(said ? clausesOf(text, said).flatMap(clause => reported(text, clause)) : []),
        interpretation(text, reading),
      ]
    }
    if (PROCEDURE.test(words) && directionOf(words) === null) return []
    const found = clausesOf(text, sentence).flatMap(clause => reported(text, clause))
    return concludes(sentence) ? found.map(outcome => ({ ...outcome, interpretation: true })) : found
  })
