import { normaliseName, singularsOf } from '../entities/normalise-name.ts'

/** "haem" and "oedema" as Americans spell them. The e is small, for OEC and ApoE are no such words. */
const withoutDigraphs = (name: string): string => name.replace(/[aoAO]e/g, 'e')

/** Where else British and American spelling differ, and what to write for both. One pass, for thousands of names. */
const spellings = /(?<vowel>[iy])[sz](?=e|ing|ation)|our|fibre|centre|fence|grey|leuco|neurone|sulph|ageing/gi
const american: Readonly<Record<string, string>> = {
  our: 'or',
  fibre: 'fiber',
  centre: 'center',
  fence: 'fense',
  grey: 'gray',
  leuco: 'leuko',
  neurone: 'neuron',
  sulph: 'sulf',
  ageing: 'aging',
}

const inOneSpelling = (name: string): string =>
  normaliseName(
    name.replace(spellings, (found, vowel: string | undefined) =>
      vowel === undefined ? (american[found.toLowerCase()] ?? found) : `${vowel}z`,
    ),
  )

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
