import type { ArticleMetadata } from './article.ts'

/** A person's name with its parts, or, as `literal`, the name of a group and every other that has none. */
export type AuthorName =
  | {
      readonly family: string
      readonly given: string
      /** `Jr.`, `III`. */
      readonly suffix?: string
    }
  | { readonly literal: string }

const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$/i

/** Degrees that stand after a name and are no part of it. */
const DEGREE =
  /^(?:m\.?d|ph\.?d|d\.?phil|m\.?sc|b\.?sc|m\.?p\.?h|m\.?b\.?b\.?s|m\.?b\.?a|m\.?a|b\.?a|r\.?n|pharm\.?d|d\.?v\.?m|dds|frcp|facp|esq)\.?$/i

/** Words that only groups have in their names. */
const OF_GROUPS =
  /\b(?:consortium|collaborat(?:ion|ors?|ive)|group|network|team|committee|society|association|organi[sz]ation|institut(?:e|es|ion)|universit(?:y|é|ät|at|à)|college|school|department|division|ministry|agency|foundation|hospital|clinic|cent(?:er|re)s?|office|bureau|council|commission|federation|alliance|initiative|study|trial|investigators|authors|editors?|staff|laborator(?:y|ies)|press|news|journal|magazine|company|inc|ltd|llc|gmbh|corporation|project|programme?)\b/i

/** Small words that begin a family name (`van der Berg`, `de la Cruz`). They count only when they are written small. */
const PARTICLE =
  /^(?:van|von|vom|zu|zum|zur|der|den|ter|ten|te|de|del|della|di|da|dos|das|do|du|la|le|los|las|af|av|al|el|ibn|bin|y|st\.?)$/

export const namedBy = (family: string, given: string, suffix = ''): AuthorName =>
  given === '' || family === '' ? { literal: `${family}${given}` } : { family, given, ...(suffix !== '' && { suffix }) }

/** `Family, Given`, `Family, Jr., Given` and the like; null when the commas say something else. */
const dividedByCommas = (parts: readonly string[]): AuthorName | null => {
  const kept = parts.filter((part, at) => at === 0 || !DEGREE.test(part))
  const suffix = kept.slice(1).find(part => SUFFIX.test(part)) ?? ''
  const [family = '', given, ...more] = kept.filter(part => part !== suffix)
  if (more.length > 0) return null
  if (given !== undefined) return namedBy(family, given, suffix)
  // Only degrees or a suffix followed the name.
  const whole = divideName(family)
  return 'family' in whole && suffix !== '' ? { ...whole, suffix } : whole
}

/**
 * The parts of a name as it is written. With a comma the family name stands first, and a comma at the end says that the whole is one
 * name (`Nerve Group,`). Without one the last word is the family name, with the small words before it; names of groups, of one word,
 * or in scripts that put no space between the parts are left whole.
 */
export const divideName = (written: string): AuthorName => {
  const text = written.replace(/\s+/g, ' ').trim()
  if (text.endsWith(',')) return { literal: text.replace(/[\s,]+$/, '') }
  if (text.includes(',')) return dividedByCommas(text.split(',').map(part => part.trim())) ?? { literal: text }
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : ''
  const name = suffix === '' ? words : words.slice(0, -1)
  const isGroup = OF_GROUPS.test(text) || /^the\s|[&@/\d:]|\b(?:and|of|for)\b/i.test(text)
  if (name.length < 2 || name.length > 6 || isGroup) return { literal: text }
  const particle = name.findIndex((word, at) => at > 0 && at < name.length - 1 && PARTICLE.test(word))
  // `Smith JA`, as indexes write it.
  if (name.length === 2 && /^\p{Lu}{1,3}$/u.test(last) && !/^\p{Lu}{1,3}$/u.test(name[0] ?? ''))
    return namedBy(name[0] ?? '', last, suffix)
  const at = particle === -1 ? name.length - 1 : particle
  return namedBy(name.slice(at).join(' '), name.slice(0, at).join(' '), suffix)
}

/** A name as one says it, given names first. */
export const spokenName = (name: AuthorName): string =>
  'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(part => part !== undefined).join(' ')

const isWhole = (text: string): boolean => 'literal' in divideName(text) && !text.includes(',')

/** A name as a list has it, from which `divideName` makes the same parts again. */
export const listedName = (name: AuthorName): string => {
  if ('literal' in name) return isWhole(name.literal) ? name.literal : `${name.literal},`
  const { family, given, suffix } = name
  return [family, ...(suffix === undefined ? [] : [suffix]), given].join(', ')
}

/** The authors with the parts of their names: as the source divides them, otherwise as they are written. */
export const authorNames = ({
  authors,
  names = [],
}: Pick<ArticleMetadata, 'authors' | 'names'>): readonly AuthorName[] => {
  const divided = new Map(names.map(name => [name.author, name]))
  return authors.map(author => {
    const known = divided.get(author)
    return known === undefined ? divideName(author) : namedBy(known.family, known.given ?? '', known.suffix)
  })
}

/** Names with their parts as `ArticleMetadata` keeps them: as one says them, and divided where that cannot be told from the words. */
export const keptNames = (all: readonly AuthorName[]): Pick<ArticleMetadata, 'authors' | 'names'> => {
  const said = new Map(all.map(name => [spokenName(name), name]))
  const names = [...said].flatMap(([author, name]) => {
    if (!('literal' in name)) return [{ author, ...name }]
    return isWhole(author) ? [] : [{ author, family: author }]
  })
  return { authors: [...said.keys()], ...(names.length > 0 && { names }) }
}
