/** `1234-567X` of what was written, with or without its name and hyphen; undefined when it is no ISSN. */
export const readIssn = (written: string): string | undefined => {
  const [, first, second] = /^(?:e-?|p-?)?(?:issn:?\s*)?(\d{4})[-‐–\s]?(\d{3}[\dx])$/iu.exec(written.trim()) ?? []
  return first === undefined || second === undefined ? undefined : `${first}-${second.toUpperCase()}`
}

/** An ISBN of 10 or 13 digits as it was written, without its name; undefined when it is none. */
export const readIsbn = (written: string): string | undefined => {
  const number = written
    .trim()
    .replace(/^isbn(?:-1[03])?:?\s*/i, '')
    .replace(/[‐–\s]/gu, '-')
  return /^(?:97[89]-?)?(?:\d-?){9}[\dx]$/i.test(number) ? number.toUpperCase() : undefined
}

/** First and last page as one: `12-18`, or the first alone. */
export const pageRange = (first: string, last: string | undefined): string =>
  last === undefined || last === first ? first : `${first}-${last}`
