import { PEOPLE } from './read-participants.ts'

/** What stands between a group's number and its name: people, and verbs and prepositions that lead over. */
const LEAD = new RegExp(
  `^[\\s,]*(?:(?:of (?:them|these|whom)|they|there|these|those|we)\\s+)?(?:(?:(?:\\p{L}+\\s+)?${PEOPLE}|animals|mice|rats)\\s+)?(?:(?:who\\s+)?(?:had|has|have|having|were|was|comprised|included|suffered from|suffering from|diagnosed with|living with|randomi[sz]ed|assigned|allocated|received|receive|was given|were given|given|got|with|from|in|into|to|by|for|of|due to|after|affected by|either)\\s+)*(?:(?:the|an?)\\s+)?`,
  'iu',
)
/** What stands behind a group's name and leads over to the next. */
const TAIL = /[\s,;:.]*(?:\b(?:and|or|as well as|while|whereas|plus|versus|vs)\b[\s,.]*)?$/iu

const DOSE =
  /\s+(?:\d[\d.,]* ?(?:mg|g|µg|ml|iu|%)|(?:for|over|during) (?:\d+|two|three|four|six|eight|ten|twelve)\b|once|twice|daily|by mouth)\b.*$/iu

/** Where the sentence goes on after a group's name. */
const WENT_ON =
  /\s+(?:(?:were|was|are|served|took part|participated|underwent|completed|who|which)\b|[);]).*$|[);].*$/isu

/** A group's name without what leads over to it and away from it, and where in `words` it stands. */
export const groupLabel = (words: string): { label: string; from: number; to: number } => {
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const rest = words.slice(lead).replace(TAIL, '')
  const label = rest
    .replace(DOSE, '')
    .replace(WENT_ON, '')
    .replace(/(?<=\S)\s+(?:group|arm)$/iu, '')
    .trim()
  return { label, from: lead, to: lead + rest.length }
}

/** The names in a list: "stroke, epilepsy and with ataxia". */
export const groupNames = (list: string): string[] =>
  list
    .split(/,?\s+(?:and|or)\s+(?:with\s+|in\s+|for\s+)?|[,;]\s*(?:with\s+)?/iu)
    .map(part => groupLabel(part).label)
    .filter(part => part !== '')

/** What begins like this or has these in it is a piece of a sentence. */
const NO_NAME = /^(?:after|and|before|but|during|of|or|that|when|which|who)\b|[()=,:]/iu

/** A name that can stand on a card. */
export const isGroupName = (label: string): boolean =>
  label.length <= 80 && /\p{L}{2}/u.test(label) && !NO_NAME.test(label)
