import type { Passage } from '../../text/span.ts'
import type { Extraction } from '../mechanism.ts'

/** The two sides of an effect as people read them, apart from the text around them. */
export interface EffectNames {
  readonly agent: string | null
  readonly target: string
}

/** Up to "of": the head of a coordination ("over-activation of microglia and of astrocytes"). */
const HEAD = /^.+?\s(?:of|in|to|for)\s+(?:the\s+)?/iu
/** What stands between two members, the second with its preposition or without. */
const JOINT =
  /^\s*(?:,|(?:,\s*)?(?:and|or|nor|as well as|but also)\s)\s*(?:(?:and|or)\s+)?(?:(?:of|in|to|for)\s+)?(?:the\s+)?/iu

/**
 * A later member of a coordination under its own head. Its passage begins at the head and so runs over the members
 * before it: "over-activation of microglia and of astrocytes" is the over-activation of astrocytes.
 */
const underItsHead = (passage: Passage, sameStart: readonly Passage[]): string => {
  const before = sameStart.reduce<Passage | null>(
    (longest, other) => (other.end < passage.end && other.end > (longest?.end ?? -1) ? other : longest),
    null,
  )
  if (before === null || !passage.quote.startsWith(before.quote)) return passage.quote
  const head = HEAD.exec(before.quote)?.[0]
  const rest = passage.quote.slice(before.quote.length)
  const joint = JOINT.exec(rest)?.[0]
  const member = joint === undefined ? '' : rest.slice(joint.length)
  return head === undefined || member === '' ? passage.quote : head + member
}

const firstWord = (words: string): string => /^[\p{L}\p{N}'’‐‑-]+/u.exec(words)?.[0] ?? ''
/** One capital and then small letters: what a sentence makes of any word, and what a proper name looks like. */
const TITLE_CASE = /^\p{Lu}\p{Ll}+(?:[‐‑-]\p{Ll}+)*$/u
const SENTENCE_END = /(?:^|[.!?:;]["”’)\]]*\s+)["“‘([]*$/u
/** Shorter words in title case are likelier symbols ("Tnf") than words that open a sentence. */
const SHORTEST_WORD = 4

interface Spelling {
  /** Words that the article writes small somewhere. */
  readonly small: ReadonlySet<string>
  /** First words of names that are written with a capital ("Schwann"), whoever names them. */
  readonly proper: ReadonlySet<string>
  readonly found: Pick<Extraction, 'mechanisms'>
}

const spellingOf = (found: Extraction): Spelling => {
  const names = found.entities.flatMap(entity => [entity.name, ...entity.mentions.map(mention => mention.quote)])
  const passages = found.mechanisms.map(card => card.passage.quote)
  const words = [...names, ...passages].flatMap(text => text.match(/[\p{L}\p{N}'’‐‑-]+/gu) ?? [])
  const proper = found.entities.map(entity => firstWord(entity.name)).filter(word => TITLE_CASE.test(word))
  return { small: new Set(words.filter(word => word === word.toLowerCase())), proper: new Set(proper), found }
}

const opensSentence = ({ start }: Passage, { mechanisms }: Pick<Extraction, 'mechanisms'>): boolean =>
  mechanisms.some(
    ({ passage }) =>
      start >= passage.start && start < passage.end && SENTENCE_END.test(passage.quote.slice(0, start - passage.start)),
  )

/** The name without the capital that it only has because it opens a sentence; symbols and proper names keep theirs. */
const insideSentence = (name: string, passage: Passage, spelling: Spelling): string => {
  const word = firstWord(name)
  if (word.length < SHORTEST_WORD || !TITLE_CASE.test(word)) return name
  const lower = word.toLowerCase()
  if (!spelling.small.has(lower) && (spelling.proper.has(word) || !opensSentence(passage, spelling.found))) return name
  return lower + name.slice(word.length)
}

const byStart = (passages: readonly Passage[]): ReadonlyMap<number, readonly Passage[]> => {
  const groups = new Map<number, Passage[]>()
  for (const passage of passages) {
    const group = groups.get(passage.start)
    if (group) group.push(passage)
    else groups.set(passage.start, [passage])
  }
  return groups
}

/**
 * What the sides of the effects are called where they stand alone, by the effect's id: a capital that only opens a
 * sentence is lowered, and a later member of a coordination stands under its own head. The effects' passages are not
 * touched. Works from the extraction alone.
 */
export const nameEffects = (found: Extraction): ReadonlyMap<string, EffectNames> => {
  const spelling = spellingOf(found)
  const agents = byStart(found.effects.flatMap(effect => effect.agent ?? []))
  const targets = byStart(found.effects.map(effect => effect.target))
  const name = (passage: Passage, all: ReadonlyMap<number, readonly Passage[]>): string =>
    insideSentence(underItsHead(passage, all.get(passage.start) ?? []), passage, spelling)
  return new Map(
    found.effects.map(effect => [
      effect.id,
      { agent: effect.agent === null ? null : name(effect.agent, agents), target: name(effect.target, targets) },
    ]),
  )
}
