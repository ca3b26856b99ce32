import type { Effect } from '../mechanism.ts'

/** How the text itself joins the two sides of an effect: "IL-10 reduced the number of …", "p53 is activated by …". */
export interface OwnWords {
  /** Which side comes first. */
  readonly first: 'agent' | 'target'
  /** What stands between the sides, on one line. */
  readonly phrase: string
}

/** Words that may stand between a subject and its verb without changing what the verb says of it. */
const BEFORE_VERB =
  /^\s+(?:(?:also|always|both|can|could|do|does|did|further|has|have|had|may|might|no longer|not|often|then|therefore|thereby|thus|will|would|\p{L}+ly)\s+)*$/u
const BE = /^\s+(?:(?:also|can|could|may|might|not|often|thus|\p{L}+ly|am|are|be|been|is|was|were|has|have|had)\s+)+$/u
/** Between a verb and its object, and before the agent of a passive. */
const BEFORE_OBJECT = /^\s+(?:(?:a|an|both|the|its|their|these|this|in|on|of|to|into)\s+)*$/u
const BY = /^\s+(?:directly\s+)?by\s+(?:(?:a|an|the|this|these)\s+)*$/u

/** After these the name only belongs to what is really meant: "loss of IL-10", "antibodies against IL-10". */
const BELONGS =
  /(?:\b(?:against|for|from|in|lacking|of|on|to|versus|with|without)\s+(?:(?:a|an|the|its|their|this|these)\s+)*|[\p{L}\p{N}]-)$/iu

/** Forms that are no verb of a sentence, though they stand where one could. */
const NO_VERB = /(?:tion|sion|ment|ance|ence|ing|[ao]tors?)$/iu

/** Far enough back to see a phrase that a name belongs to, in UTF-16 units. */
const LOOK_BACK = 40

/** Words that lead over from what was said before; a title stands alone. */
const LEADS_OVER = /^(?:(?:also|further|then|therefore|thereby|thus)\s+)+/iu
const HEDGES = /\b(?:can|could|may|might|possibly|probably)\b/iu
const DENIES = /\b(?:no|not|never)\b/iu

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** Denied or doubted elsewhere in the sentence ("whether IL-10 protects neurons"), the words alone would state it as a fact. */
const saysAll = ({ hedged, negated }: Effect, words: OwnWords): OwnWords | null =>
  hedged === HEDGES.test(words.phrase) && negated === DENIES.test(words.phrase) ? words : null

/**
 * The text's own words for an effect, where they say it in one plain run: subject, verb, object, or the passive of that. Null
 * where a longer way of saying it could turn its meaning, as in "knock-down of HIF-1α abolished VEGF". `text` begins at `from`.
 */
export const ownWords = (text: string, effect: Effect, from = 0): OwnWords | null => {
  const { agent, trigger, target } = effect
  if (agent === null || NO_VERB.test(trigger.quote)) return null
  const slice = (start: number, end: number): string => text.slice(Math.max(0, start - from), Math.max(0, end - from))
  const before = (start: number): string => slice(start - LOOK_BACK, start)
  const words = (start: number, end: number): string => oneLine(slice(start, end)).replace(LEADS_OVER, '')
  if (agent.end < trigger.start && trigger.end < target.start && BEFORE_OBJECT.test(slice(trigger.end, target.start))) {
    if (!BEFORE_VERB.test(slice(agent.end, trigger.start)) || BELONGS.test(before(agent.start))) return null
    return saysAll(effect, { first: 'agent', phrase: words(agent.end, target.start) })
  }
  if (target.end < trigger.start && trigger.end < agent.start && BY.test(slice(trigger.end, agent.start))) {
    if (!BE.test(slice(target.end, trigger.start)) || BELONGS.test(before(target.start))) return null
    return saysAll(effect, { first: 'target', phrase: words(target.end, agent.start) })
  }
  return null
}
