import { normaliseName, singularsOf } from '../entities/normalise-name.ts'

/** "haem" and "oedema" as Americans spell them. The e is small, for OEC and ApoE are no such words. */
const withoutDigraphs = (name: string): string => name.replace(/[aoAO]e/g, 'e')

/** Where else British and American spelling differ: what to write for both. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/our/gi, 'or'],
  [/([iy])[sz](?=e|ing|ation)/gi, '$1z'],
  [/fibre/gi, 'fiber'],
  [/centre/gi, 'center'],
  [/fence/gi, 'fense'],
  [/grey/gi, 'gray'],
  [/leuco/gi, 'leuko'],
  [/neurone/gi, 'neuron'],
  [/sulph/gi, 'sulf'],
  [/ageing/gi, 'aging'],
]

const inOneSpelling = (name: string): string =>
  normaliseName(spellings.reduce((spelt, [from, to]) => spelt.replace(from, to), name))

/**
 * The form in which the names of the glossary are compared: in one spelling, and then as the lexicon compares them, so that
 * "tumor necrosis factor alpha" and "tumour necrosis factor-α" are one name.
 */
export const glossaryKey = (name: string): string => inOneSpelling(withoutDigraphs(name))

/** The keys by which a name may stand in the glossary, the likeliest first: as it is, then in the singular. */
export const glossaryKeysOf = (name: string): string[] => {
  // Singulars are in small letters, in which OEC cannot be told from a word.
  const spelt = withoutDigraphs(name)
  return [spelt, ...singularsOf(spelt)].map(inOneSpelling)
}
