const DOI =
  /(?:^|doi[:/\s.]\s*|doi\.org\/|dx\.doi\.org\/|\/doi\/(?:abs\/|full\/|pdf\/|epdf\/)?)(10\.\d{4,9}\/[^\s"<>]{1,500})/i

/** The DOI that a text is, or that an address leads to, in lower case: DOIs know no capitals (DOI Handbook, 2.4). */
export const findDoi = (text: string): string | undefined => {
  const found = DOI.exec(text.slice(0, 2_000).trim())?.[1]
  if (found === undefined) return undefined
  const whole = found
    .replace(/[?#].*$/, '')
    .replace(/[.,;)\]]+$/, '')
    .toLowerCase()
  return whole.includes('%2f') ? undefined : whole
}

/** An ISBN of ten or thirteen digits that the text is or has after `isbn`; undefined when there is none. */
export const findIsbn = (text: string): string | undefined => {
  const found = /(?:^|isbn[-:\s]*(?:1[03][:\s]+)?)((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dx])\s*$/i.exec(
    text.slice(0, 200).trim(),
  )?.[1]
  const digits = found?.replace(/[-\s]/g, '').toUpperCase()
  return digits !== undefined && [10, 13].includes(digits.length) ? digits : undefined
}

/** Parts of a query that say how a reader came to a page, and nothing of the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|source|cmpid|_ga|via|share|from)$/i

/**
 * An address in one form for all that lead to one page: without scheme, `www.`, usual port, fragment, a slash at its end, and what
 * counts readers; queries in order. Null for what is no address of the web.
 */
export const canonicalAddress = (address: string): string | null => {
  const found = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::(\d+))?([^?#]*)(?:\?([^#]*))?/i.exec(
    address.trim().slice(0, 8_000),
  )
  if (found === null) return null
  const [, host = '', port, path = '', query = ''] = found
  const shown = port === undefined || port === '80' || port === '443' ? '' : `:${port}`
  const kept = query.split('&').filter(part => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''))
  const place = path
    .replace(/\/(?:index\.(?:html?|php|aspx?))?$/i, '')
    .replace(/%[\da-f]{2}/gi, code => code.toUpperCase())
  const name = host
    .toLowerCase()
    .replace(/^(?:www|m|amp)\.(?=[^.]+\.)/, '')
    .replace(/\.$/, '')
  return `${name}${shown}${place}${kept.length === 0 ? '' : `?${kept.toSorted().join('&')}`}`
}
