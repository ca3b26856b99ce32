import type { Span } from '../../text/span.ts'
import { tokens } from '../../text/words.ts'
import type { Mention } from '../entities/find-mentions.ts'
import { functionWords } from '../words/function-words.ts'
import type { PartOfSpeech, TaggedWord } from '../words/part-of-speech.ts'
import { triggerSenses } from './trigger-words.ts'
import type { TriggerSense } from './trigger-words.ts'

/** How a trigger stands in its sentence; `linker` is the second half of "TNF-induced", `modifier` stands before its noun. */
type TriggerForm = 'active' | 'passive' | 'ing' | 'infinitive' | 'noun' | 'modifier' | 'predicate' | 'agent' | 'linker'

/** A word, a mark or a whole entity name of a sentence. */
export interface Item extends Span {
  readonly lower: string
  readonly tag: PartOfSpeech
  readonly mention: Mention | null
  /** Depth of round and square brackets. */
  readonly depth: number
  trigger: { readonly sense: TriggerSense; readonly form: TriggerForm } | null
  /** What stands for it in the path between two items; empty for what paths leave out. */
  symbol: string
}

const be = new Set(['am', 'are', 'be', 'been', 'being', 'is', 'was', 'were'])
const kept = new Set([
  'after',
  'against',
  'although',
  'and',
  'as',
  'at',
  'because',
  'before',
  'between',
  'but',
  'by',
  'during',
  'for',
  'from',
  'if',
  'in',
  'into',
  'nor',
  'not',
  'of',
  'on',
  'or',
  'than',
  'that',
  'through',
  'to',
  'upon',
  'via',
  'when',
  'where',
  'whereas',
  'whether',
  'which',
  'while',
  'who',
  'whose',
  'with',
  'within',
  'without',
  'no',
])
const same: Readonly<Record<string, string>> = {
  nor: 'or',
  upon: 'on',
  within: 'in',
  who: 'which',
  although: 'while',
  whereas: 'while',
  when: 'while',
  where: 'which',
  cannot: 'not',
}

const rawItems = (text: string, span: Span, mentions: readonly Mention[], tags: readonly TaggedWord[]): Item[] => {
  const items: Item[] = []
  let nextTag = 0
  let nextMention = 0
  let depth = 0
  const tagAt = (start: number): PartOfSpeech => {
    while (nextTag < tags.length && (tags[nextTag]?.end ?? 0) <= start) nextTag++
    return tags[nextTag]?.tag ?? 'X'
  }
  const add = (start: number, end: number, mention: Mention | null, isLinker = false): void => {
    const lower = text
      .slice(start, end)
      .toLowerCase()
      .replaceAll(/[\u2010\u2011]/g, '-')
    const tag = isLinker ? 'VERB' : tagAt(start)
    items.push({ start, end, lower, tag, mention, depth, trigger: null, symbol: isLinker ? '-' : '' })
  }
  for (const token of tokens(text, span)) {
    if (token.kind === 'mark') {
      if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1)
      add(token.start, token.end, null)
      if (token.text === '(' || token.text === '[') depth++
      continue
    }
    let at = token.start
    while (nextMention < mentions.length && (mentions[nextMention]?.end ?? 0) <= at) nextMention++
    for (let m = mentions[nextMention]; m && m.start < token.end; m = mentions[nextMention]) {
      if (m.start > at && m.start - at > 1)
        add(at, m.start - (/[-\u2010\u2011]/.test(text.charAt(m.start - 1)) ? 1 : 0), null)
      if (m.start >= at) add(m.start, m.end, m)
      at = m.end
      if (m.end >= token.end) break
      nextMention++
    }
    if (at >= token.end) continue
    const inside = at > token.start
    if (inside && /^[-\u2010\u2011/]/.test(text.slice(at, token.end))) at++
    if (token.end - at > 0) add(at, token.end, null, inside)
  }
  return items
}

const isParticiple = (sense: TriggerSense): boolean => sense.forms.has('participle') || sense.forms.has('past')

const formOf = (items: readonly Item[], at: number, linker: boolean): Item['trigger'] => {
  const item = items[at]
  if (!item || item.mention) return null
  const hyphen = item.lower.lastIndexOf('-')
  const senses = triggerSenses(item.lower) ?? (hyphen > 0 ? triggerSenses(item.lower.replaceAll('-', '')) : null)
  if (!senses) return null
  const { verb, other } = senses
  if (linker) {
    const sense = verb ?? other
    return sense ? { sense, form: sense.kind === 'noun' ? 'noun' : sense.kind === 'agent' ? 'agent' : 'linker' } : null
  }
  let before = at - 1
  while (items[before] && (items[before]?.tag === 'ADV' || items[before]?.lower === 'not')) before--
  const previous = items[before]
  const next = items[at + 1]
  const named =
    next !== undefined && (next.mention !== null || next.tag === 'NOUN' || next.tag === 'PROPN' || next.tag === 'ADJ')
  const opensName =
    previous !== undefined && (previous.tag === 'DET' || previous.tag === 'ADJ' || previous.tag === 'NUM')
  const afterPreposition = previous?.tag === 'ADP' && previous.lower !== 'to'
  if (verb !== null) {
    if (verb.forms.has('ing')) {
      if (previous && be.has(previous.lower)) return { sense: verb, form: 'active' }
      if (opensName && named) return { sense: verb, form: 'modifier' }
      return other !== null && (opensName || next?.lower === 'of')
        ? { sense: other, form: 'noun' }
        : { sense: verb, form: 'ing' }
    }
    if (isParticiple(verb)) {
      if (next?.lower === 'by') return { sense: verb, form: 'passive' }
      if (previous && be.has(previous.lower)) return { sense: verb, form: 'passive' }
      if (previous && /^(?:has|have|had)$/.test(previous.lower)) return { sense: verb, form: 'active' }
      if (
        (previous === undefined ||
          opensName ||
          afterPreposition ||
          previous.lower === 'and' ||
          previous.lower === ',') &&
        named &&
        (item.tag === 'ADJ' || opensName || afterPreposition || previous === undefined)
      )
        return { sense: verb, form: 'modifier' }
      if (verb.forms.has('base') && opensName && other !== null) return { sense: other, form: 'noun' }
      return { sense: verb, form: 'active' }
    }
    const asNoun =
      other !== null &&
      (opensName || afterPreposition || next?.lower === 'of' || next?.lower === 'in' || (item.tag !== 'VERB' && !named))
    if (asNoun && previous?.lower !== 'to')
      return { sense: other, form: other.kind === 'agent' ? 'agent' : other.kind === 'adjective' ? 'modifier' : 'noun' }
    if (previous?.lower === 'to') return { sense: verb, form: 'infinitive' }
    if (opensName || afterPreposition) return { sense: verb, form: 'noun' }
    return { sense: verb, form: 'active' }
  }
  if (other === null) return null
  if (other.kind === 'adjective')
    return { sense: other, form: named && !(previous && be.has(previous.lower)) ? 'modifier' : 'predicate' }
  return { sense: other, form: other.kind === 'agent' ? 'agent' : 'noun' }
}

const symbols: Readonly<Record<TriggerForm, string>> = {
  active: 'V',
  passive: 'P',
  ing: 'G',
  infinitive: 'I',
  noun: 'N',
  modifier: 'A',
  predicate: 'J',
  agent: 'Q',
  linker: 'L',
}

const symbolOf = ({ lower, tag, mention, trigger }: Item): string => {
  if (mention) return 'E'
  if (trigger) return symbols[trigger.form]
  if (kept.has(lower) || same[lower] !== undefined) return same[lower] ?? lower
  if (be.has(lower)) return 'be'
  if (/^[,;:()/[\]]$/.test(lower)) return lower === '[' ? '(' : lower === ']' ? ')' : lower
  if (functionWords.get(lower) === 'preposition') return 'p'
  if (tag === 'VERB') return 'v'
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'X') return 'n'
  return ''
}

/** The sentence in `span` as items; `mentions` lie inside it, in order, none over another; `tags` come from `tagWords`. */
export const sentenceItems = (
  text: string,
  span: Span,
  mentions: readonly Mention[],
  tags: readonly TaggedWord[],
): Item[] => {
  const items = rawItems(text, span, mentions, tags)
  items.forEach((item, at) => {
    item.trigger = formOf(items, at, item.symbol === '-')
  })
  for (const item of items) item.symbol = symbolOf(item)
  return items
}
