import { passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Study } from '../mechanism.ts'
import { isAboutOthers } from './own-sentences.ts'
import type { Subjects } from './read-participants.ts'

type Trait = NonNullable<Study['design']>[number]

/**
 * How a study was made, in the terms of the reporting guidelines (CONSORT 2010 for trials, STROBE for observational
 * studies, ARRIVE 2.0 for animals, PRISMA 2020 for reviews). Of the patterns of one row the first that matches counts.
 */
const traits: readonly (readonly (readonly [string, RegExp])[])[] = [
  [
    ['systematic review', /\bsystematic(?:ally)? review(?:ed|s)?\b/iu],
    ['narrative review', /\bnarrative review\b/iu],
  ],
  [['meta-analysis', /\bmeta-?\s?analy[sz](?:is|es|ed)\b/iu]],
  [
    [
      'non-randomised',
      /\bnon-?\s?randomi[sz]ed\b|\bnot randomi[sz]ed\b|\bwithout randomi[sz]ation\b|\bquasi-experimental\b/iu,
    ],
    ['cluster-randomised', /\bcluster[- ]randomi[sz]ed\b/iu],
    [
      'randomised',
      /\brandomi[sz](?:ed|ation|ing)\b|\brandomly (?:assigned|allocated|divided|distributed|grouped|received|split)\b|\b(?:assigned|allocated|divided) (?:\p{L}+ )?(?:at random|randomly)\b|\brandom (?:allocation|assignment|order|sequence)\b/iu,
    ],
  ],
  [
    ['triple-blind', /\btripl[ey][- ]?(?:blind|mask)(?:ed|ing)?\b/iu],
    ['double-blind', /\bdoubl[ey][- ]?(?:blind|mask)(?:ed|ing)?\b/iu],
    [
      'single-blind',
      /\bsingl[ey][- ]?(?:blind|mask)(?:ed|ing)?\b|\b(?:assessor|observer|rater|investigator)[- ]?(?:blind|mask)ed\b/iu,
    ],
    ['open-label', /\bopen[- ]?label(?:led|ed)?\b|\bunblinded\b|\bnon-?blinded\b/iu],
    [
      'blinded assessment',
      /\b(?:blinded|masked|blind) (?:to|assess\w+|evaluat\w+|observers?|investigators?|raters?)\b|\b(?:assessors?|observers?|investigators?|raters?|experimenters?|pathologists?) (?:who )?(?:were |was )?(?:blinded|masked|unaware)\b/iu,
    ],
  ],
  [
    [
      'placebo-controlled',
      /\bplacebo[- ]controlled\b|\b(?:or|and|versus|vs\.?|to|with|received|given) (?:a )?(?:matching |identical |oral )?placebo\b/iu,
    ],
    [
      'sham-controlled',
      /\bsham[- ](?:controlled|operated|treated|surgery|procedure|stimulation)\b|\b(?:or|and|versus|to) (?:a )?sham\b/iu,
    ],
  ],
  [
    ['crossover', /\bcross-?\s?over\b|\bcounter-?balanced\b/iu],
    ['parallel-group', /\bparallel[- ](?:group|arm)s?\b/iu],
    ['before and after', /\b(?:single[- ]arm|one[- ]arm|uncontrolled|before[- ]and[- ]after|pre-?post)\b/iu],
  ],
  [
    ['nested case-control', /\bnested case[–-]control\b/iu],
    ['case-control', /\bcase[–-]?\s?control(?:led)?\b/iu],
    ['cross-sectional', /\bcross-?\s?sectional\b/iu],
    [
      'cohort',
      /\bcohorts? (?:stud(?:y|ies)|of|was|were|design|analysis|included|comprised|consisted)\b|\b(?:prospective|retrospective|longitudinal|birth|matched|population[- ]based|inception) cohorts?\b/iu,
    ],
    ['case series', /\bcase series\b|\bseries of (?:\p{L}+ )?(?:\d+|\p{L}+) (?:cases|patients)\b/iu],
    ['case report', /\bcase reports?\b|\bwe report (?:a|the) case\b/iu],
  ],
  [
    ['prospective', /\bprospective(?:ly)?\b/iu],
    ['retrospective', /\bretrospective(?:ly)?\b|\bchart review\b/iu],
  ],
  [['pilot', /\b(?:pilot|feasibility|proof[- ]of[- ]concept) (?:\p{L}[\p{L}-]{0,30} ){0,3}?(?:study|trial)\b/iu]],
  [
    [
      'multicentre',
      /\bmulti-?\s?cent(?:re|er|ric)\b|\b(?:\d+|\p{L}+) (?:centres|centers|hospitals|sites)\b(?= in| across)/iu,
    ],
  ],
  [
    [
      'animals',
      /\b(?:mice|mouse|rats?|rabbits?|guinea pigs?|hamsters?|gerbils?|piglets?|pigs?|dogs?|sheep|macaques?|monkeys?|zebrafish)\b/iu,
    ],
  ],
  [
    [
      'in vitro',
      /\bin vitro\b|\bcell cultures?\b|\bcultured (?:\p{L}+ ){0,3}(?:cells|neurons|fibroblasts|macrophages|microglia|astrocytes)\b/iu,
    ],
  ],
]

const PHASE =
  /\bphase\s+(?:I{1,3}V?|IV|[1-4])(?:[ab]|\s?[/–-]\s?(?:phase\s+)?(?:I{1,3}|IV|[1-4])[ab]?)?(?![\p{L}\p{N}])/iu

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** "Phase IIb" and "phase 2b" are one: phase 2b. */
const phaseName = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\b(iv|i{1,3})(?=[ab]?\b)/gu, roman => ROMAN[roman] ?? roman)
    .replace(/\s*[/–-]\s*(?:phase\s+)?/u, '/')
    .replace(/\s+/gu, ' ')

/**
 * The design of a study as its own sentences tell it, each trait with the words that say so, in the order of the table.
 * `sentences` are those about the study; animals and cell cultures count only when `subjects` says that they took part.
 */
export const readDesign = (text: string, sentences: readonly Span[], subjects: Subjects): Trait[] => {
  const own = sentences.filter(sentence => !isAboutOthers(text.slice(sentence.start, sentence.end)))
  const find = (pattern: RegExp): Span | null => {
    for (const sentence of own) {
      const match = pattern.exec(text.slice(sentence.start, sentence.end))
      if (match) return { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
    }
    return null
  }
  const found = traits.flatMap((row): Trait[] => {
    for (const [name, pattern] of row) {
      if ((name === 'animals' || name === 'in vitro') && subjects === 'people') continue
      const place = find(pattern)
      if (place) return [{ name, passage: passageAt(text, place) }]
    }
    return []
  })
  const phase = find(PHASE)
  if (phase) found.push({ name: phaseName(text.slice(phase.start, phase.end)), passage: passageAt(text, phase) })
  return found
}
