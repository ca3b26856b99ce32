/** Together with a hyphen and a full hash the slug stays within the 64 characters that an id may have. */
const SLUG_LENGTH = 47
/** Characters of a title that are looked at: a hostile page may have one of megabytes. */
const LOOKED_AT = 2_000
const SHORTEST_HASH = 8
const LONGEST_HASH = 16

/** The title in lower-case ASCII letters, digits and hyphens, cut at a word's end; `article` when nothing of it is left. */
export const slugOf = (title: string): string => {
  const slug = title
    .slice(0, LOOKED_AT)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
  if (slug.length <= SLUG_LENGTH) return slug === '' ? 'article' : slug
  const lastHyphen = slug.lastIndexOf('-', SLUG_LENGTH)
  return slug.slice(0, lastHyphen > SLUG_LENGTH / 2 ? lastHyphen : SLUG_LENGTH).replace(/-$/u, '')
}

/**
 * An id that a person can recognise and that the same file gets in every library: the title, and as much of the
 * source's SHA-256 as it takes to differ from the ids that are `taken`.
 */
export const documentId = (title: string, sourceHash: string, taken: (id: string) => boolean): string => {
  const slug = slugOf(title)
  let length = SHORTEST_HASH
  while (length < LONGEST_HASH && taken(`${slug}-${sourceHash.slice(0, length)}`)) length += 1
  return `${slug}-${sourceHash.slice(0, length)}`
}
