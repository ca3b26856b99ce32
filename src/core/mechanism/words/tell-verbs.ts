import { singularsOf } from '../entities/normalise-name.ts'
import { comparatives, triggerNouns } from '../effects/trigger-nouns.ts'
import type { Unit } from './unit.ts'

/** Verbs whose base form is as often a noun (or an adjective) and is none of the trigger nouns. Sorted. */
const alsoNouns = new Set(
  (
    'address aim approach arrest attempt balance base bear blame bleed block calm care cause challenge change ' +
    'charge check claim close cluster code contact cover cross deal delay deposit design diet direct discharge ' +
    'display dose draw drive ease escape estimate exchange exercise exit experience export extract fear feed fire ' +
    'fit flow focus fold form frame function guide handle head heat hold home hope host hurt input judge kill ' +
    'label lack last lead light limit link live load look lower mark mask match mature mean measure mix moderate ' +
    'mount mute name need notice object offer offset open parallel peak pick place pool press print process ' +
    'profile project prompt question quiet quote range rank rate reach read recall record register repair report ' +
    'rescue result return reverse ring run sample save scan score screen search secure seed sense separate set ' +
    'share shift show silence sleep slow sort split spread stain start state stay stem step stick strike struggle ' +
    'study sum supply support survey swell switch target temper term test tie touch trace track trade train ' +
    'transfer transport trigger trust try turn update urge use view visit wake walk wash watch wish work worry ' +
    'wrap yield '
  )
    .trim()
    .split(' '),
)

const startsName = (unit: Unit | undefined, after: Unit | undefined): boolean => {
  if (!unit) return false
  if (unit.lower === 'no') return true
  if (['determiner', 'quantifier', 'mention', 'number', 'adjective', 'pronoun'].includes(unit.tag)) return true
  if (unit.tag !== 'noun')
    return (
      unit.tag === 'adverb' &&
      unit.verb === undefined &&
      (after?.tag === 'noun' || after?.tag === 'mention' || after?.tag === 'adjective')
    )
  if (!unit.verb) return true
  if (unit.verb.forms.has('participle') || unit.verb.forms.has('ing'))
    return after?.tag === 'noun' || after?.tag === 'mention'
  return triggerNouns.has(unit.lower) || alsoNouns.has(unit.lower)
}

/** Verbs whose participle after a noun tells which one is meant: "vesicles derived from cells". Sorted. */
const telling = new Set(
  'associate collect derive encode extract harvest isolate link locate obtain originate prepare purify take'.split(' '),
)

const isPluralUnit = (unit: Unit): boolean =>
  /(?:glia|[^s]s|ytes)$/.test(unit.lower)
    ? singularsOf(unit.lower).length > 0 || unit.lower.endsWith('glia')
    : ['bacteria', 'people', 'mice', 'species', 'these', 'those', 'both', 'patients'].includes(unit.lower) ||
      unit.lower.endsWith('species')

/** Decides, word by word from left to right, which words that may be verbs are verbs here, and of which form. */
export class VerbTeller {
  private readonly units: Unit[]
  constructor(units: Unit[]) {
    this.units = units
  }

  /** Nearest unit to the left that is neither an adverb nor a negation. */
  private before(at: number): number {
    let i = at - 1
    while (i >= 0 && (this.units[i]?.tag === 'adverb' || this.units[i]?.tag === 'negation')) i--
    return i
  }

  private particleFollows(at: number): boolean {
    const reading = this.units[at]?.verb
    const rest = this.units
      .slice(at + 1, at + 3)
      .map(unit => unit.lower)
      .join(' ')
    return (
      reading?.triggers.some(trigger =>
        trigger.particles?.some(particle => rest === particle || rest.startsWith(`${particle} `)),
      ) ?? false
    )
  }

  private mayStandAlone(at: number): boolean {
    return this.units[at]?.verb?.triggers.some(trigger => trigger.frame !== 'object' && !trigger.particles) ?? false
  }

  /** "lower and raise X": the verb after "and" brings the object of both. */
  private sharesObject(at: number, unit: Unit): boolean {
    const joined = this.units[at + 2]?.verb
    const form = unit.verb?.forms.has('s') ? 's' : 'base'
    return (
      this.units[at + 1]?.tag === 'conjunction' &&
      joined?.forms.has(form) === true &&
      startsName(this.units[at + 3], this.units[at + 4])
    )
  }

  /** "X, but not Y, lowered Z", "X, a blocker of W, lowered Z": the sentence's only verb, after an aside between commas. */
  private followsAside(at: number): boolean {
    const isComma = (unit: Unit): boolean => unit.lower === ','
    return (
      isComma(this.units[this.before(at)] as Unit) &&
      this.units.slice(0, at).filter(isComma).length === 2 &&
      ['mention', 'noun'].includes(this.units[0]?.tag === 'determiner' ? 'noun' : (this.units[0]?.tag ?? '')) &&
      !this.units.some((unit, i) => unit.tag === 'be' || unit.tag === 'have' || (i < at && unit.tag === 'verb'))
    )
  }

  /** True when a word to the right may be the verb of the clause. */
  private verbFollows(at: number): boolean {
    return this.units
      .slice(at + 1)
      .some(
        ({ tag, verb }) =>
          ['be', 'have', 'modal', 'do'].includes(tag) ||
          (tag === 'noun' && verb !== undefined && !verb.forms.has('ing')),
      )
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
      if (tag === 'preposition' && i > 0) {
        const head = this.units[i - 1]
        if (head && isPluralUnit(head)) return true
      }
    }
    return false
  }

  private present(at: number, unit: Unit, p: Unit | undefined): Unit['form'] | null {
    const next = this.units[at + 1]
    const after = this.units[at + 2]
    if (p?.tag === 'to') return 'infinitive'
    if (p && ['modal', 'do', 'relative'].includes(p.tag)) return 'finite'
    if (p?.tag === 'pronoun') return p.lower === 'it' && !unit.lower.endsWith('s') ? null : 'finite'
    // "This increases …", "these increase …": as a noun the word would not agree.
    const disagrees = unit.verb?.forms.has('s') ? p?.lower === 'this' : p?.lower === 'these' || p?.lower === 'those'
    if (disagrees && (startsName(next, after) || this.particleFollows(at) || this.mayStandAlone(at))) return 'finite'
    const homograph = triggerNouns.has(unit.lower) || alsoNouns.has(unit.lower) || alsoNouns.has(unit.verb?.lemma ?? '')
    if (!homograph)
      return p && ((p.tag === 'determiner' && p.lower !== 'that') || p.tag === 'preposition' || p.tag === 'adjective')
        ? null
        : 'finite'
    if (
      next?.lower === 'of' ||
      !p ||
      ['determiner', 'adjective', 'preposition', 'be', 'have', 'number', 'linker'].includes(p.tag)
    )
      return null
    if (p.tag === 'quantifier') return p.lower === 'both' || p.lower === 'all' ? 'finite' : null
    if (next && ['be', 'have', 'modal'].includes(next.tag)) return null
    const fits =
      startsName(next, after) || this.particleFollows(at) || this.mayStandAlone(at) || this.sharesObject(at, unit)
    if (!fits) return null
    if (p.tag === 'conjunction' || p.lower === ',') {
      const earlier = this.lastVerb(at)
      // "X, like Y, release Z": the first verb, after an aside.
      if (!earlier) return p.lower === ',' && at > 2 && startsName(next, after) ? 'finite' : null
      return earlier.form && earlier.form !== 'passive' && startsName(next, after)
        ? earlier.form === 'infinitive'
          ? 'infinitive'
          : 'finite'
        : null
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
    if (
      !p ||
      ['determiner', 'adjective', 'quantifier', 'number', 'preposition', 'to', 'linker', 'modal'].includes(p.tag)
    ) {
      return by ? 'reduced' : null
    }
    if (p.tag === 'verb') return named ? null : 'passive'
    if (p.tag === 'conjunction' || p.tag === 'subordinator' || p.lower === ',' || p.lower === ':') {
      const earlier = this.lastVerb(at)
      if (earlier?.form === 'passive' || earlier?.form === 'reduced') return named ? null : earlier.form
      if (earlier?.form === 'finite' && earlier.verb?.forms.has('past') && (named || this.mayStandAlone(at)))
        return 'finite'
      if (named && p.lower === ',' && this.followsAside(at)) return 'finite'
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
    if (telling.has(unit.verb?.lemma ?? '') && next?.tag === 'preposition' && this.verbFollows(at)) return 'reduced'
    if (named || this.particleFollows(at)) return 'finite'
    return this.mayStandAlone(at) || unit.verb?.triggers.length === 0 ? 'finite' : 'reduced'
  }

  /** "With this support damaged neurons …": the phrase before belongs to a preposition that opens the clause. */
  private insidePreposition(at: number): boolean {
    let i = at - 1
    while (
      i >= 0 &&
      ['noun', 'mention', 'adjective', 'determiner', 'quantifier', 'number'].includes(this.units[i]?.tag ?? '')
    )
      i--
    const opens = this.units[i - 1]
    return (
      this.units[i]?.tag === 'preposition' &&
      (!opens || opens.tag === 'mark' || opens.tag === 'conjunction' || opens.tag === 'subordinator')
    )
  }

  private ing(at: number, p: Unit | undefined): Unit['form'] | null {
    const next = this.units[at + 1]
    if (p?.tag === 'be') return 'ing'
    const fits = startsName(next, this.units[at + 2]) || this.particleFollows(at)
    // "small interfering RNA": the verb means something only with its particle.
    const triggers = this.units[at]?.verb?.triggers ?? []
    const needsParticle = triggers.length > 0 && triggers.every(({ particles }) => particles !== undefined)
    if (needsParticle && !this.particleFollows(at) && p?.tag !== 'mark') return null
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
    const form = forms.has('ing')
      ? this.ing(at, p)
      : forms.has('past') || forms.has('participle')
        ? forms.has('base') && p && (p.tag === 'to' || p.tag === 'modal')
          ? this.present(at, unit, p)
          : this.past(at, unit, p)
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
      unit.tag =
        next.verb || ['be', 'have', 'do', 'modal', 'adverb', 'negation'].includes(next.tag)
          ? 'relative'
          : 'subordinator'
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
