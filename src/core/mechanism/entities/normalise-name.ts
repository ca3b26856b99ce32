import { greekLetters } from '../../text/greek-letters.ts'

/**
 * The form in which names are compared: lower case, Greek letters spelt out, and without hyphens, apostrophes and
 * spaces, so that `TNF-α`, `TNF alpha` and `tnfα` are one name, as are `over-activation` and `overactivation`.
 */
export const normaliseName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\p{Script=Greek}|µ/gu, letter => greekLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}+]/gu, '')

const irregular = Object.entries({
  axes: 'axis',
  dendrites: 'dendrite',
  feet: 'foot',
  foci: 'focus',
  ganglia: 'ganglion',
  loci: 'locus',
  men: 'man',
  mice: 'mouse',
  mitochondria: 'mitochondrion',
  nuclei: 'nucleus',
  people: 'person',
  stimuli: 'stimulus',
  teeth: 'tooth',
  villi: 'villus',
  women: 'woman',
})

/** The singular forms that a word might stand for, the likeliest first; empty when it does not look like a plural. */
export const singularsOf = (word: string): string[] => {
  const lower = word.toLowerCase()
  for (const [plural, singular] of irregular) {
    if (
      lower.endsWith(plural) &&
      (lower.length === plural.length || !/\p{L}/u.test(lower.at(-plural.length - 1) ?? ''))
    ) {
      return [lower.slice(0, -plural.length) + singular]
    }
  }
  if (lower.length < 3 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return []
  if (lower.endsWith('ies')) return [`${lower.slice(0, -3)}y`, lower.slice(0, -1)]
  if (/(?:[sxz]|[cs]h)es$/.test(lower)) return [lower.slice(0, -2), lower.slice(0, -1)]
  if (lower.endsWith('ses')) return [lower.slice(0, -1), `${lower.slice(0, -2)}is`]
  return [lower.slice(0, -1)]
}
