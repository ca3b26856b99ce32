import { passageAt } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import { COUNT, readCount } from './number-words.ts'

export const PEOPLE =
  '(?:adolescents|adults|boys|cases|children|girls|individuals|infants|men|participants|patients|people|persons|subjects|survivors|volunteers|women)'

const PARTICIPANTS = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?:a total of|in all|altogether)\\s+)?(${COUNT})\\s+((?:(?!(?:and|or|of|with|per|in|to)\\b)\\p{L}[\\p{L}-]*\\s+){0,4}?)${PEOPLE}\\b`,
  'giu',
)
const TOOK_PART =
  /\b(?:allocated|assigned|assessed|enroll?ed|entered|evaluated|examined|followed|given|included|infused|injected|investigated|observed|participated|randomi[sz]ed|received|recruited|studied|study|studies|took part|transplanted|treated|trial|underwent)\b/iu
/** Numbers of people that are no participants: how common a disease is. */
const POPULATION =
  /\b(?:worldwide|million|billion|per cent|percent|each year|every year|annually|in the world|suffer from)\b/iu

export interface Participants {
  readonly count: number
  readonly passage: Passage
  readonly sentence: Span
}

/** The number of people whom the first sentence that reports taking part gives, or null when no sentence does. */
export const readParticipants = (text: string, sentences: readonly Span[]): Participants | null => {
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    if (!TOOK_PART.test(words) || POPULATION.test(words)) continue
    for (const match of words.matchAll(PARTICIPANTS)) {
      const count = readCount(match[1] ?? '')
      if (count === null || count < 2 || /\b(?:year|week|month|day|hour|minute)s?\b/iu.test(match[2] ?? '')) continue
      const start = sentence.start + match.index
      return { count, passage: passageAt(text, { start, end: start + match[0].length }), sentence }
    }
  }
  return null
}
