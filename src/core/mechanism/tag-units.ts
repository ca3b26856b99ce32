import { tokens } from '../text/words.ts'
import type { Span } from '../text/span.ts'
import type { Mention } from './find-mentions.ts'
import { functionWords } from './function-words.ts'
import type { FunctionClass } from './function-words.ts'
import { singularsOf } from './normalise-name.ts'
import { comparatives, triggerNouns } from './trigger-nouns.ts'
import { readVerb } from './verb-forms.ts'
import type { VerbReading } from './verb-forms.ts'

/** The part that a unit plays; `linker` is the second half of `TNF-induced`. */
export type Tag = FunctionClass | 'mention' | 'noun' | 'adjective' | 'number' | 'verb' | 'linker' | 'mark'

/** A word, a mark or a whole entity name, tagged with the part it plays in its sentence. */
export interface Unit extends Span {
  readonly text: string
  readonly lower: string
  tag: Tag
  readonly mention?: Mention
  readonly verb?: VerbReading
  /** For a verb: how it stands. A `reduced` one is a participle that follows its noun without "is". */
  /** True for a word that begins a new phrase though none of its neighbours tells. */
  opens?: boolean
  form?: 'finite' | 'infinitive' | 'ing' | 'passive' | 'reduced'
}

/** Verbs whose base form is as often a noun (or an adjective) and is none of the trigger nouns. Sorted. */
const alsoNouns = new Set(('aim approach arrest attempt base block calm cause claim correlate cover cross deal diet display draw drive ease exhibit experience '
  + 'express feed flow focus form function guide help hold home hope infer input kill lack last lead limit link look lower mature mean measure mediate migrate '
  + 'moderate mute name need notice offset place process prompt quiet range reach read record repair report reside result reverse ring sense set show silence slow '
  + 'soothe spread start state stay step study supply support survey swell target temper tend test transfer transport treat trigger turn use view work yield')
  .split(' ').filter(word => !['help', 'infer', 'mediate', 'migrate', 'reside', 'soothe', 'tend', 'treat', 'express', 'correlate', 'exhibit'].includes(word)))

const LINKER = /^[-\u2010\u2011](activated|deficient|dependent|derived|driven|evoked|independent|induced|mediated|regulated|stimulated|specific|positive|negative|treated|expressing|producing|like|related|associated)$/u

const tagOf = (lower: string, text: string): Tag => {
  const known = functionWords.get(lower)
  if (known && !(text.length > 1 && text === text.toUpperCase() && lower !== text && /^(?:IT|US|HE|WHO|AM)$/.test(text))) return known
  if (/^[\p{N}][\p{N}.,]*$/u.test(lower)) return 'number'
  if (/^.{3,}ly$/.test(lower) && !/^(?:family|supply|early|assembly|anomaly|only|rely|apply|reply|multiply)$/.test(lower)) return 'adverb'
  return 'noun'
}

const firstPass = (text: string, span: Span, mentions: readonly Mention[]): Unit[] => {
  const units: Unit[] = []
  let next = 0
  const add = (start: number, end: number, tag: Tag, extra: Partial<Unit> = {}): void => {
    const surface = text.slice(start, end)
    units.push({ start, end, text: surface, lower: surface.toLowerCase().replaceAll('’', '\''), tag, ...extra })
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
const phraseAdverbs = new Set(['as a consequence', 'as a result', 'at first', 'at last', 'at least', 'for example', 'for instance', 'in addition', 'in consequence', 'in contrast',
  'in fact', 'in general', 'in part', 'in particular', 'in turn', 'in vitro', 'in vivo', 'of note', 'on average', 'to date'])

/** "such as" introduces members and is tagged as one preposition; fixed phrases become one adverb. */
const joinFixed = (units: Unit[]): Unit[] => {
  const joined: Unit[] = []
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]
    const next = units[i + 1]
    if (!unit) continue
    const third = units[i + 2]
    const length = next && phraseAdverbs.has(`${unit.lower} ${next.lower}`) ? 2 : next && third && phraseAdverbs.has(`${unit.lower} ${next.lower} ${third.lower}`) ? 3 : 0
    if (length > 0) {
      const last = units[i + length - 1] ?? unit
      joined.push({ start: unit.start, end: last.end, text: unit.text, lower: unit.lower, tag: 'adverb' })
      i += length - 1
    } else if (unit.lower === 'such' && next?.lower === 'as') {
      joined.push({ ...unit, end: next.end, text: `${unit.text} as`, lower: 'such as', tag: 'preposition' })
      i++
    } else joined.push(unit)
  }
  return joined
}

const startsName = (unit: Unit | undefined, after: Unit | undefined): boolean => {
  if (!unit) return false
  if (unit.lower === 'no') return true
  if (['determiner', 'quantifier', 'mention', 'number', 'adjective', 'pronoun'].includes(unit.tag)) return true
  if (unit.tag !== 'noun') return unit.tag === 'adverb' && unit.verb === undefined && (after?.tag === 'noun' || after?.tag === 'mention' || after?.tag === 'adjective')
  if (!unit.verb) return true
  if (unit.verb.forms.has('participle') || unit.verb.forms.has('ing')) return after?.tag === 'noun' || after?.tag === 'mention'
  return triggerNouns.has(unit.lower) || alsoNouns.has(unit.lower)
}

const isPluralUnit = (unit: Unit): boolean =>
  /(?:glia|[^s]s|ria|ytes)$/.test(unit.lower) ? singularsOf(unit.lower).length > 0 || unit.lower.endsWith('glia')
    : ['people', 'mice', 'species', 'these', 'those', 'both', 'patients'].includes(unit.lower) || unit.lower.endsWith('species')

class Tagger {
  private readonly units: Unit[]
  constructor(units: Unit[]) { this.units = units }

  /** Nearest unit to the left that is neither an adverb nor a negation. */
  private before(at: number): number {
    let i = at - 1
    while (i >= 0 && (this.units[i]?.tag === 'adverb' || this.units[i]?.tag === 'negation')) i--
    return i
  }

  private particleFollows(at: number): boolean {
    const reading = this.units[at]?.verb
    const rest = this.units.slice(at + 1, at + 3).map(unit => unit.lower).join(' ')
    return reading?.triggers.some(trigger => trigger.particles?.some(particle => rest === particle || rest.startsWith(`${particle} `))) ?? false
  }

  private mayStandAlone(at: number): boolean {
    return this.units[at]?.verb?.triggers.some(trigger => trigger.frame !== 'object' && !trigger.particles) ?? false
  }

  private lastVerb(at: number): Unit | undefined {
    for (let i = at - 1; i >= 0; i--) {
      const unit = this.units[i]
      if (!unit || unit.lower === ';') return undefined
      if (unit.tag === 'verb') return unit
    }
    return undefined
  }

  private pluralBefore(at: number): boolean {
    const unit = this.units[at]
    if (unit && isPluralUnit(unit)) return true
    for (let i = at; i >= 0 && i > at - 12; i--) {
      const tag = this.units[i]?.tag
      if (tag === 'conjunction') return true
      const antecedent = tag === 'verb' && this.units[i - 1]?.tag === 'relative' ? this.units[i - 2] : undefined
      if (antecedent) return isPluralUnit(antecedent)
      if (tag === 'verb' || tag === 'subordinator' || this.units[i]?.lower === ';') return false
      if (tag === 'preposition' && i > 0) { const head = this.units[i - 1]; if (head && isPluralUnit(head)) return true }
    }
    return false
  }

  private present(at: number, unit: Unit, p: Unit | undefined): Unit['form'] | null {
    const next = this.units[at + 1]
    const after = this.units[at + 2]
    if (p?.tag === 'to') return 'infinitive'
    if (p && ['modal', 'do', 'relative'].includes(p.tag)) return 'finite'
    if (p?.tag === 'pronoun') return p.lower === 'it' && !unit.lower.endsWith('s') ? null : 'finite'
    const homograph = triggerNouns.has(unit.lower) || alsoNouns.has(unit.lower) || alsoNouns.has(unit.verb?.lemma ?? '')
    if (!homograph) return p && ((p.tag === 'determiner' && p.lower !== 'that') || p.tag === 'preposition' || p.tag === 'adjective') ? null : 'finite'
    if (next?.lower === 'of' || !p || ['determiner', 'adjective', 'preposition', 'be', 'have', 'number', 'linker'].includes(p.tag)) return null
    if (p.tag === 'quantifier') return p.lower === 'both' || p.lower === 'all' ? 'finite' : null
    if (next && ['be', 'have', 'modal'].includes(next.tag)) return null
    const fits = startsName(next, after) || this.particleFollows(at) || this.mayStandAlone(at)
    if (!fits) return null
    if (p.tag === 'conjunction' || p.lower === ',') {
      const earlier = this.lastVerb(at)
      // "X, like Y, release Z": the first verb, after an aside.
      if (!earlier) return p.lower === ',' && at > 2 && startsName(next, after) ? 'finite' : null
      return earlier.form && earlier.form !== 'passive' && startsName(next, after) ? (earlier.form === 'infinitive' ? 'infinitive' : 'finite') : null
    }
    if (p.tag !== 'noun' && p.tag !== 'mention' && p.lower !== ')') return null
    const plural = this.pluralBefore(this.before(at))
    return unit.verb?.forms.has('s') ? 'finite' : plural ? 'finite' : null
  }

  private past(at: number, unit: Unit, p: Unit | undefined): Unit['form'] | null {
    const next = this.units[at + 1]
    const named = startsName(next, this.units[at + 2])
    const onlyPast = unit.verb?.forms.has('participle') === false
    if (onlyPast) return p && ['determiner', 'adjective'].includes(p.tag) ? null : 'finite'
    if (p?.tag === 'be') return 'passive'
    if (p?.tag === 'have') return 'finite'
    const by = next?.lower === 'by' && this.units[at + 2]?.tag !== 'number'
    if (!p || ['determiner', 'adjective', 'quantifier', 'number', 'preposition', 'to', 'linker', 'modal'].includes(p.tag)) {
      return by ? 'reduced' : null
    }
    if (p.tag === 'verb') return named ? null : 'passive'
    if (p.tag === 'conjunction' || p.tag === 'subordinator' || p.lower === ',' || p.lower === ':') {
      const earlier = this.lastVerb(at)
      if (earlier?.form === 'passive' || earlier?.form === 'reduced') return named ? null : earlier.form
      if (earlier?.form === 'finite' && earlier.verb?.forms.has('past') && (named || this.mayStandAlone(at))) return 'finite'
      return named ? null : 'reduced'
    }
    // "in which transplanted cells …": the relative has a subject of its own.
    if (p.tag === 'relative' && named && this.units[this.before(this.before(at))]?.tag === 'preposition') return null
    if (p.tag === 'pronoun' || p.tag === 'relative') return 'finite'
    if (p.tag !== 'noun' && p.tag !== 'mention' && p.lower !== ')') return null
    if (by) return 'reduced'
    if (named && this.insidePreposition(at)) {
      unit.opens = true
      return null
    }
    if (named || this.particleFollows(at)) return 'finite'
    return this.mayStandAlone(at) || unit.verb?.triggers.length === 0 ? 'finite' : 'reduced'
  }

  /** "With this support damaged neurons …": the phrase before belongs to a preposition that opens the clause. */
  private insidePreposition(at: number): boolean {
    let i = at - 1
    while (i >= 0 && ['noun', 'mention', 'adjective', 'determiner', 'quantifier', 'number'].includes(this.units[i]?.tag ?? '')) i--
    const opens = this.units[i - 1]
    return this.units[i]?.tag === 'preposition' && (!opens || opens.tag === 'mark' || opens.tag === 'conjunction' || opens.tag === 'subordinator')
  }

  private ing(at: number, p: Unit | undefined): Unit['form'] | null {
    const next = this.units[at + 1]
    if (p?.tag === 'be') return 'ing'
    const fits = startsName(next, this.units[at + 2]) || this.particleFollows(at)
    if (!fits || (p && ['determiner', 'adjective', 'quantifier'].includes(p.tag))) return null
    return 'ing'
  }

  decide(at: number): void {
    const unit = this.units[at]
    if (!unit) return
    const p = this.units[this.before(at)]
    if (unit.lower === 'that') this.relativeThat(at, unit, p)
    if (unit.tag === 'to') this.infinitiveTo(at, unit)
    if (!unit.verb || (unit.tag !== 'noun' && unit.tag !== 'adverb')) return
    const { forms } = unit.verb
    const form = forms.has('ing') ? this.ing(at, p)
      : forms.has('past') || forms.has('participle') ? (forms.has('base') && p && (p.tag === 'to' || p.tag === 'modal') ? this.present(at, unit, p) : this.past(at, unit, p))
        : this.present(at, unit, p)
    if (form) {
      unit.tag = 'verb'
      unit.form = form
    } else if ((forms.has('participle') || forms.has('ing')) && !triggerNouns.has(unit.lower)) unit.tag = 'adjective'
    else if (comparatives.has(unit.lower)) unit.tag = 'adjective'
  }

  private relativeThat(at: number, unit: Unit, p: Unit | undefined): void {
    const next = this.units[at + 1]
    if (p?.tag === 'verb' || p?.tag === 'adjective') unit.tag = 'subordinator'
    else if ((p?.tag === 'noun' || p?.tag === 'mention') && next) {
      unit.tag = next.verb || ['be', 'have', 'do', 'modal', 'adverb', 'negation'].includes(next.tag) ? 'relative' : 'subordinator'
    }
  }

  private infinitiveTo(at: number, unit: Unit): void {
    let i = at + 1
    while (this.units[i]?.tag === 'adverb' && !this.units[i]?.verb) i++
    const next = this.units[i]
    const after = this.units[i + 1]
    const noun = next && triggerNouns.has(next.lower) && (after?.lower === 'in' || after?.lower === 'of')
    if (next?.tag === 'be' || next?.tag === 'have' || (next?.verb?.forms.has('base') && !noun)) return
    unit.tag = 'preposition'
  }
}

/** The units of one sentence, tagged left to right by closed classes, word forms and neighbours. */
export const tagUnits = (text: string, span: Span, mentions: readonly Mention[]): Unit[] => {
  const units = joinFixed(firstPass(text, span, mentions))
  const tagger = new Tagger(units)
  for (let i = 0; i < units.length; i++) tagger.decide(i)
  return units
}
