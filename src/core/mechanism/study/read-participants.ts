import { passageAt } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import { COUNT, readCount } from './number-words.ts'

export const PEOPLE =
  '(?:adolescents|adults|boys|cases|children|girls|individuals|infants|men|participants|patients|people|persons|subjects|survivors|volunteers|women)'

const ANIMALS =
  '(?:animals|cats|chicks|dogs|ferrets|gerbils|hamsters|macaques|mice|minipigs|monkeys|piglets|pigs|pups|rabbits|rats|sheep|zebrafish)'

export type Subjects = 'people' | 'animals'

const countOf = (nouns: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}.,/-]|\\b(?:phase|type|grade|stage|class|group|day|week|month|arm|level)s? )(?:(?:a total of|in all|altogether)\\s+)?(${COUNT})\\s+((?:(?!(?:and|as|at|biopsies|by|episodes|for|from|in|of|on|per|samples|sections|specimens|than|that|to|who|with)\\b)(?=[\\p{N}/-]{0,10}\\p{L})[\\p{L}\\p{N}/-]{1,40}\\s+){0,5}?)${nouns}\\b`,
    'giu',
  )
/** "Male Wistar rats (n = 40) were divided": the count behind the noun, unless it is that of a group. */
const bracketedCount = (nouns: string): RegExp =>
  new RegExp(
    `\\b${nouns}\\b(?:\\s+(?:with|aged)\\s[^().;]{0,60})?\\s*\\((?:[^()]{0,40}[\\s,;])?n\\s*=\\s*(\\d[\\d,]*)\\s*\\)`,
    'giu',
  )

const COUNTED = { people: countOf(PEOPLE), animals: countOf(ANIMALS) } as const
const BRACKETED = { people: bracketedCount(PEOPLE), animals: bracketedCount(ANIMALS) } as const

const TOOK_PART = {
  people:
    /\b(?:allocated|assigned|assessed|enroll?ed|entered|evaluated|examined|followed|given|included|infused|injected|investigated|observed|participated|pooled|randomi[sz]ed|received|recruited|reviewed|studied|study|studies|took part|transplanted|treated|trial|underwent)\b/iu,
  animals:
    /\b(?:allocated|assigned|distributed|divided|grouped|housed|obtained|purchased|randomi[sz]ed|randomly|split into|subjected)\b/iu,
} as const

/** Numbers of people that are no participants: how common a disease is, and who took part elsewhere. */
const ELSEWHERE =
  /\b(?:worldwide|million|billion|per cent|percent|each year|every year|annually|in the world|suffer from|described elsewhere|(?:previous|earlier|prior|other|another) (?:\p{L}+ ){0,2}?(?:stud(?:y|ies)|trials?|work|reports?|reviews?))\b/iu

/** "Of 96 patients who were screened, 80 were randomised": those who were looked at are no participants yet. */
const SCREENED = new RegExp(
  `\\b(?:approached|assessed for eligibility|considered|invited|screened)\\b[^.;]{0,80}?(?<![\\p{L}\\p{N}.,-])((${COUNT})\\s+(?:${PEOPLE}\\s+)?(?=(?:(?:were|was|met|gave|had|could|finally|then|and)\\s+){0,3}(?:allocated|assigned|eligible|enroll?ed|included|randomi[sz]ed|recruited|took part|treated)))`,
  'iu',
)

/** "312 cases and 624 controls": both took part. */
const AND_CONTROLS = new RegExp(
  `^[^.;:()\\p{N}]{0,60}?(?:\\(\\s*n\\s*=\\s*\\d+\\s*\\)\\s*)?\\band\\s+(${COUNT})\\s+(?:\\p{L}[\\p{L}-]*\\s+){0,4}?(?:controls|volunteers)\\b`,
  'iu',
)

const TIME = /\b(?:year|week|month|day|hour|minute)s?\b/iu

export interface Participants {
  readonly count: number
  readonly passage: Passage
  readonly sentence: Span
  readonly subjects: Subjects
  /** From here on the sentence may name groups. */
  readonly groupsFrom: number
}

/** A count in words, and where it stands in the sentence. */
interface Counted {
  readonly count: number
  readonly from: number
  readonly to: number
  /** Where the sentence goes on to groups. */
  readonly rest: number
}

const countedIn = (words: string, subjects: Subjects): Counted | null => {
  const screened = subjects === 'people' ? SCREENED.exec(words) : null
  const randomised = readCount(screened?.[2] ?? '')
  if (screened && randomised !== null) {
    const rest = screened.index + screened[0].length
    return {
      count: randomised,
      from: rest - (screened[1]?.length ?? 0),
      to: screened.index + screened[0].trimEnd().length,
      rest,
    }
  }
  for (const match of words.matchAll(COUNTED[subjects])) {
    const count = readCount(match[1] ?? '')
    if (count === null || count < 2 || TIME.test(match[2] ?? '')) continue
    const end = match.index + match[0].length
    const controls = subjects === 'people' ? AND_CONTROLS.exec(words.slice(end)) : null
    const more = readCount(controls?.[1] ?? '') ?? 0
    const to = end + (controls?.[0].length ?? 0)
    return { count: count + more, from: match.index, to, rest: controls ? match.index : to }
  }
  for (const match of words.matchAll(BRACKETED[subjects])) {
    const count = readCount(match[1] ?? '')
    const to = match.index + match[0].length
    if (count !== null && count > 1) return { count, from: match.index, to, rest: to }
  }
  return null
}

/**
 * How many people the first sentence that reports taking part gives; where none does, how many animals were put into
 * groups. Null when no sentence tells either.
 */
export const readParticipants = (text: string, sentences: readonly Span[]): Participants | null => {
  for (const subjects of ['people', 'animals'] as const)
    for (const sentence of sentences) {
      const words = text.slice(sentence.start, sentence.end)
      if (!TOOK_PART[subjects].test(words) || ELSEWHERE.test(words)) continue
      const found = countedIn(words, subjects)
      if (!found) continue
      const passage = passageAt(text, { start: sentence.start + found.from, end: sentence.start + found.to })
      return { count: found.count, passage, sentence, subjects, groupsFrom: sentence.start + found.rest }
    }
  return null
}
