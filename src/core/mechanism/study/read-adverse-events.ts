import { passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Study } from '../mechanism.ts'

const REPORTS =
  /\b(?:adverse|side[- ]effects?|complications?|complained|reactions?|safety|tolerat\w+|toxicity|undesired|unwanted)\b/iu
const COURSE =
  /^(?:both|they|these|all(?: of (?:them|these))?|it|this|the (?:symptoms?|complaints|reactions?|events?)|each)\s+(?:(?:was|were|is|are)\s+)?(.*)$/iu
const PASSING =
  /\b(?:brief|disappear\w*|mild|minor|moderate|pass(?:ed|es)|recovered|resolved|self-limiting|short-lived|severe|subsided|temporary|transient|went away|without treatment)\b/iu
const PEOPLE_COUNT =
  '(?:a few|few|several|some|many|most|\\d+(?:\\.\\d+)?\\s?%?(?: of)?(?: the)?|one|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:of the\\s+)?(?:patients?|participants?|people|subjects|volunteers|children|adults|women|men|cases)'
const HOW_MANY = new RegExp(`\\b(?:only\\s+|just\\s+)?(${PEOPLE_COUNT})\\b`, 'iu')
/** How many had it, right behind its name: "fatigue occurred in 19 patients, nausea in 8 patients". */
const HAD_IT = new RegExp(
  `^\\s*(?:(?:was|were)\\s+)?(?:(?:noted|observed|occurred|recorded|reported|seen)\\s+)?(?:in|by)\\s+(${PEOPLE_COUNT}\\b|\\d+(?:\\.\\d+)?\\s?%)`,
  'iu',
)
const NONE = /\b(?:no|not|none|without)\b[^.;]{0,40}\b(?:adverse|side[- ]effects?|complications?|reactions?)\b/iu

/** Outside a passage about safety a symptom that some people got counts, one that they lost or came with does not. */
const GOT = /\b(?:reported|experienced|developed|occurred|complained of|suffered)\b/iu
const LOST = /\b(?:eased|improved|less|reduced|fell|decreased|relieved|relief|before)\b/iu
/** "…; most were mild and resolved": how it went, in the sentence itself. */
const OWN_COURSE =
  /[;,]\s*((?:most|all|both|these|which|they)\s+(?:were|was|had|recovered|resolved|passed|subsided)\b.*?)[.\s]*$/iu

/**
 * The undesired effects that sentences about safety name, each with how many had it and how it went where the text says
 * so. `aboutSafety` tells sentences that stand under a heading about safety.
 */
export const readAdverseEvents = (
  text: string,
  sentences: readonly Span[],
  mentionsIn: (sentence: Span) => readonly Mention[],
  aboutSafety: (sentence: Span) => boolean,
): Study['adverseEvents'] =>
  sentences.flatMap((sentence, i) => {
    const words = text.slice(sentence.start, sentence.end)
    const got = GOT.test(words) && HOW_MANY.test(words) && !LOST.test(words)
    if (!(aboutSafety(sentence) || REPORTS.test(words) || got)) return []
    if (NONE.test(words)) return [{ text: 'None, according to the text', passage: passageAt(text, sentence) }]
    const named = mentionsIn(sentence).filter(mention => mention.type === 'symptom')
    const events = [...new Map(named.map(mention => [mention.name, mention])).values()]
    if (events.length === 0) return []
    const next = sentences[i + 1]
    const following = next ? text.slice(next.start, next.end).replace(/[.\s]+$/u, '') : ''
    const later = PASSING.test(following) ? COURSE.exec(following)?.[1] : undefined
    const own = OWN_COURSE.exec(words)?.[1]
    const course = later ?? (own !== undefined && PASSING.test(own) ? own : undefined)
    const many = HOW_MANY.exec(words)?.[1]
    const passage = passageAt(text, {
      start: sentence.start,
      end: later !== undefined && next ? next.end : sentence.end,
    })
    return events.map(event => {
      const had = HAD_IT.exec(text.slice(event.end, sentence.end))?.[1] ?? many
      const name = text.slice(event.start, event.end)
      return { text: `${name}${had ? `, in ${had}` : ''}${course ? `; ${course}` : ''}`, passage }
    })
  })
