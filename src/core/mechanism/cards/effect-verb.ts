import type { Direction } from '../mechanism.ts'

/** What an effect says, as far as words go. */
export interface EffectStatement {
  readonly agent: string | null
  readonly target: string
  readonly direction: Direction
  readonly negated: boolean
  readonly hedged: boolean
}

/** Plain verbs, third person singular first. */
const verbs: Record<Direction, readonly [singular: string, plural: string]> = {
  increases: ['increases', 'increase'],
  decreases: ['decreases', 'decrease'],
  converts: ['becomes', 'become'],
  affects: ['affects', 'affect'],
}

const pluralsWithoutS = /(?:glia|mitochondria|dendrites|neutrophilia)$/i

/** Whether a name takes a plural verb: "stem cells", "microglia"; not "apoptosis", "iNOS", "NT-3s" or "virus". */
const isPlural = (name: string): boolean => {
  const lastWord = name.trim().split(/\s+/).at(-1) ?? ''
  return (
    pluralsWithoutS.test(lastWord) ||
    / and /.test(name) ||
    (/[a-z]{3}s$/.test(lastWord) && !/(?:ss|us|is)$/.test(lastWord))
  )
}

/** The verb as a row shows it: "increases", "does not decrease", "may increase", "may not affect". */
export const effectVerb = (effect: EffectStatement): string => {
  const plural = effect.agent !== null && isPlural(effect.agent)
  const [third, bare] = verbs[effect.direction]
  if (effect.hedged) return effect.negated ? `may not ${bare}` : `may ${bare}`
  if (effect.negated) return `${plural ? 'do' : 'does'} not ${bare}`
  return plural ? bare : third
}
