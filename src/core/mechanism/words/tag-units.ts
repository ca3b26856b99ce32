import { tokens } from '../../text/words.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import { functionWords } from './function-words.ts'
import { VerbTeller } from './tell-verbs.ts'
import { comparatives, triggerNouns } from '../effects/trigger-nouns.ts'
import type { Tag, Unit } from './unit.ts'
import type { TaggedWord } from './part-of-speech.ts'
import { readVerb, unknownVerb } from './verb-forms.ts'

const LINKER =
  /^[-\u2010\u2011](activated|deficient|dependent|derived|driven|elicited|evoked|independent|induced|mediated|regulated|stimulated|triggered|specific|positive|negative|treated|expressing|producing|like|related|associated)$/u

const tagOf = (lower: string, text: string): Tag => {
  const known = functionWords.get(lower)
  if (
    known &&
    !(text.length > 1 && text === text.toUpperCase() && lower !== text && /^(?:IT|US|HE|WHO|AM)$/.test(text))
  )
    return known
  if (/^[\p{N}][\p{N}.,]*$/u.test(lower)) return 'number'
  if (
    /^.{3,}ly$/.test(lower) &&
    !/^(?:family|supply|early|assembly|anomaly|only|rely|apply|reply|multiply)$/.test(lower)
  )
    return 'adverb'
  return 'noun'
}

const firstPass = (text: string, span: Span, mentions: readonly Mention[]): Unit[] => {
  const units: Unit[] = []
  let next = 0
  const add = (start: number, end: number, tag: Tag, extra: Partial<Unit> = {}): void => {
    const surface = text.slice(start, end)
    units.push({ start, end, text: surface, lower: surface.toLowerCase().replaceAll('’', "'"), tag, ...extra })
  }
  for (const token of tokens(text, span)) {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= token.start) next++
    const mention = mentions[next]
    if (mention && mention.start < token.end) {
      if (mention.start >= token.start) add(mention.start, mention.end, 'mention', { mention })
      if (mention.end < token.end) {
        const linker = LINKER.exec(text.slice(mention.end, token.end))
        if (linker?.[1]) add(token.end - linker[1].length, token.end, 'linker')
      }
      continue
    }
    if (token.kind === 'mark') {
      add(token.start, token.end, 'mark')
      continue
    }
    const lower = token.text.toLowerCase()
    const tag = tagOf(lower, token.text)
    const verb = tag === 'noun' || tag === 'adverb' ? readVerb(lower) : null
    add(token.start, token.end, comparatives.has(lower) && !verb ? 'adjective' : tag, verb ? { verb } : {})
  }
  return units
}

/** Phrases that stand where an adverb might and would hide the subject behind their noun. Sorted. */
const phraseAdverbs = new Set([
  'as a consequence',
  'as a result',
  'at first',
  'at last',
  'at least',
  'for example',
  'for instance',
  'in addition',
  'in consequence',
  'in contrast',
  'in fact',
  'in general',
  'in part',
  'in particular',
  'in turn',
  'in vitro',
  'in vivo',
  'of note',
  'on average',
  'to date',
])

/** Prepositions of two words, whose first would pass for a noun. Sorted. */
const phrasePrepositions = new Set([
  'according to',
  'because of',
  'contrary to',
  'due to',
  'instead of',
  'owing to',
  'rather than',
  'such as',
  'thanks to',
])

/** Makes one preposition or one adverb of words that together are one. */
const joinFixed = (units: Unit[]): Unit[] => {
  const joined: Unit[] = []
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]
    const next = units[i + 1]
    if (!unit) continue
    const third = units[i + 2]
    const length =
      next && phraseAdverbs.has(`${unit.lower} ${next.lower}`)
        ? 2
        : next && third && phraseAdverbs.has(`${unit.lower} ${next.lower} ${third.lower}`)
          ? 3
          : 0
    if (length > 0) {
      const last = units[i + length - 1] ?? unit
      joined.push({ start: unit.start, end: last.end, text: unit.text, lower: unit.lower, tag: 'adverb' })
      i += length - 1
    } else if (next && phrasePrepositions.has(`${unit.lower} ${next.lower}`)) {
      const lower = `${unit.lower} ${next.lower}`
      joined.push({ start: unit.start, end: next.end, text: lower, lower, tag: 'preposition' })
      i++
    } else if (unit.lower === 'no' && next?.lower === 'longer') {
      joined.push({ start: unit.start, end: next.end, text: unit.text, lower: 'not', tag: 'negation' })
      i++
    } else if (unit.lower === 'neither' && next?.verb && !next.verb.forms.has('base')) {
      // "X neither activates Y nor …"
      joined.push({ ...unit, tag: 'negation' })
    } else joined.push(unit)
  }
  return joined
}

/** Lets words that no list knows be verbs where the tagger says that they are. */
const withUnknownVerbs = (units: readonly Unit[], words: readonly TaggedWord[]): Unit[] => {
  const verbs = new Set(words.filter(({ tag }) => tag === 'VERB').map(({ start }) => start))
  return units.map(unit =>
    unit.tag === 'noun' &&
    !unit.verb &&
    /^\p{Ll}{3,}$/u.test(unit.text) &&
    !triggerNouns.has(unit.lower) &&
    verbs.has(unit.start)
      ? { ...unit, verb: unknownVerb(unit.lower) }
      : unit,
  )
}

/**
 * The units of one sentence, tagged left to right by closed classes, word forms and neighbours. `words` are the sentence's words with
 * their parts of speech: they tell verbs that no list has.
 */
export const tagUnits = (
  text: string,
  span: Span,
  mentions: readonly Mention[],
  words: readonly TaggedWord[] = [],
): Unit[] => {
  const units = joinFixed(withUnknownVerbs(firstPass(text, span, mentions), words))
  const teller = new VerbTeller(units)
  for (let i = 0; i < units.length; i++) teller.decide(i)
  return units
}
