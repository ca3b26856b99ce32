/** What people write before a DOI: its name, or the address of a resolver (DOI Handbook 2.6). */
const BEFORE = /^(?:doi(?::\s*|\s+)|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/+)+/i

/** A prefix of registrant codes, a slash, and a suffix (DOI Handbook 2.2). A suffix may hold any sign that is seen. */
const WHOLE = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]+$/u

/** In running text a quote or an angle bracket ends it. */
const WITHIN = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}"“”<>]+/u

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // A percent sign of its own.
    if (error instanceof URIError) return text
    throw error
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** Without the marks of the sentence around it, and a bracket that was opened before it. */
const withoutSentence = (found: string): string => {
  let doi = found
  for (;;) {
    const last = doi.at(-1) ?? ''
    const isMark = /[.,;:!?'’*]/.test(last)
    const isOuter = [...'()', ...'[]', ...'{}'].some(
      (sign, at, signs) => at % 2 === 1 && last === sign && count(doi, sign) > count(doi, signs[at - 1] ?? ''),
    )
    if (!isMark && !isOuter) return doi
    doi = doi.slice(0, -1)
  }
}

/**
 * The DOI in what a source or a reader wrote, without an address before it: `10.1000/182`. Takes `doi:…`, resolvers' addresses
 * (where signs are percent-encoded), or a text with a DOI in it; undefined when there is none.
 */
export const readDoi = (written: string): string | undefined => {
  const text = written.trim()
  const bare = text.replace(BEFORE, '')
  const isAddress = /^(?:https?:\/\/|(?:dx\.|www\.)?doi\.org\/)/i.test(text)
  const whole = isAddress ? percentDecoded(bare.replace(/[?#].*$/u, '')) : bare
  if (WHOLE.test(whole)) return withoutSentence(whole)
  const within = WITHIN.exec(text)?.[0]
  return within === undefined ? undefined : withoutSentence(within)
}

/** The address at which a DOI is found. */
export const doiAddress = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`
