/** What a noun does to the noun it governs ("reduction of X"): turns its direction, keeps it, or names what acts on it. */
export interface TriggerNoun {
  readonly sign: 1 | -1 | 0 | 'converts' | 'better' | 'worse'
  /** True when it says itself that something changes ("increase in X"); false when it only names a process ("production of X"). */
  readonly change: boolean
}

const entries: readonly (readonly [1 | -1 | 0 | 'converts' | 'better' | 'worse', boolean, string])[] = [
  [
    1,
    true,
    'acceleration activation amplification augmentation boost elevation enhancement gain growth increase induction initiation potentiation ' +
      'promotion raise recovery restoration rise stimulation up-regulation upregulation upsurge',
  ],
  [
    -1,
    true,
    'abolition abrogation absence ablation alleviation antagonism arrest attenuation block blockade cessation clearance decline decrease deficiency ' +
      'deletion depletion diminution disappearance down-regulation downregulation drop elimination eradication fall inactivation inhibition interruption knock-down knock-out knockdown knockout ' +
      'lack lessening loss lowering mitigation neutralisation neutralization prevention reduction relief removal repression restriction reversal ' +
      'scavenging silencing suppression',
  ],
  ['better', true, 'amelioration betterment improvement'],
  ['worse', true, 'aggravation damage deterioration disruption disturbance impairment injury worsening'],
  [0, true, 'alteration change control effect impact influence modification modulation regulation'],
  ['converts', true, 'conversion differentiation transdifferentiation transformation'],
  [
    1,
    false,
    'abundance accumulation activity amount biosynthesis build-up buildup concentration count density expression formation generation level ' +
      'liberation number outflow output overexpression phosphorylation production proliferation quantity release secretion signaling signalling supply synthesis ' +
      'transcription translation',
  ],
]

const build = (): ReadonlyMap<string, TriggerNoun> => {
  const map = new Map<string, TriggerNoun>()
  for (const [sign, change, nouns] of entries) {
    for (const noun of nouns.split(' ')) {
      map.set(noun, { sign, change })
      if (!noun.endsWith('ing'))
        map.set(
          noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('is') ? `${noun.slice(0, -2)}es` : `${noun}s`,
          { sign, change },
        )
    }
  }
  return map
}

/** Nouns that carry a direction, singular and plural, lower case. */
export const triggerNouns: ReadonlyMap<string, TriggerNoun> = build()

/** Heads that only measure or deliver what they govern: "levels of X and Y" are levels of each, and a change of them is a change of it. */
export const transparentNouns: ReadonlySet<string> = new Set(
  (
    'abundance amount biosynthesis concentration concentrations degree degrees expression extent ' +
    'formation generation intensity level levels output production quantities quantity release secretion severity synthesis'
  ).split(' '),
)

/** Adjectives that give the noun they stand before, or are said of, a direction. */
export const comparatives: ReadonlyMap<string, 1 | -1 | 'better' | 'worse'> = new Map<
  string,
  1 | -1 | 'better' | 'worse'
>([
  ['better', 'better'],
  ['denser', 1],
  ['diminished', -1],
  ['elevated', 1],
  ['faster', 1],
  ['fewer', -1],
  ['greater', 1],
  ['heightened', 1],
  ['higher', 1],
  ['larger', 1],
  ['less', -1],
  ['lower', -1],
  ['milder', -1],
  ['more', 1],
  ['poorer', 'worse'],
  ['reduced', -1],
  ['slower', -1],
  ['smaller', -1],
  ['stronger', 1],
  ['weaker', -1],
  ['worse', 'worse'],
])
