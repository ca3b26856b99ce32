import type { ParsedElement } from './parse-html.ts'

/** Attributes of a canonical element in the order in which they are written. */
export type Attributes = readonly (readonly [name: string, value: string])[]

const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/
const headerScopes = ['row', 'col', 'rowgroup', 'colgroup']

/** Cells that one cell may span; the HTML standard's limits are 1000 columns and 65534 rows. */
const MOST_SPANNED = 1000

const wholeNumber = (element: ParsedElement, name: string, least: number, most: number): [string, string][] => {
  const value = element.getAttribute(name)?.trim() ?? ''
  return /^-?\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
    ? [[name, String(Number(value))]]
    : []
}

const oneOf = (element: ParsedElement, name: string, values: readonly string[]): [string, string][] => {
  const value = element.getAttribute(name)?.trim().toLowerCase() ?? ''
  return values.includes(value) ? [[name, value]] : []
}

/**
 * What the purifier takes for an attempt to end a comment or element from within an attribute. Descriptions of figures may say such
 * things (`A --> B`), so that they get a space rather than be lost.
 */
const breakout = /((?:--!?|\])(?=>)|<(?=\/[a-z]))/gi

/** A text for the reader in an attribute, on one line. */
export const attributeText = (value: string | null): string =>
  (value ?? '')
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .replace(breakout, '$1 ')

const plainText = (element: ParsedElement, name: string): [string, string][] => {
  const value = attributeText(element.getAttribute(name))
  return value === '' ? [] : [[name, value.slice(0, 2000)]]
}

/** Language and direction, which any element may carry. */
const languageAttributes = (element: ParsedElement): [string, string][] => {
  const language = element.getAttribute('lang')?.trim() ?? ''
  return [
    ...(languageTag.test(language) ? [['lang', language] satisfies [string, string]] : []),
    ...oneOf(element, 'dir', ['ltr', 'rtl', 'auto']),
  ]
}

/**
 * Where a link leads, if that is a place a link may lead to: http, https or mailto, or `#id` for one inside the page.
 * Relative addresses are completed with the page's own address, where that is known. Null for all others.
 */
export const linkTarget = (href: string | null, pageAddress: string | undefined): string | null => {
  const wanted = href?.trim() ?? ''
  if (wanted === '') return null
  if (wanted.startsWith('#')) return wanted.length > 1 ? wanted : null
  if (!URL.canParse(wanted, pageAddress)) return null
  const address = new URL(wanted, pageAddress)
  if (!['http:', 'https:', 'mailto:'].includes(address.protocol)) return null
  if (pageAddress !== undefined && address.hash.length > 1) {
    const page = new URL(pageAddress)
    if (address.origin === page.origin && address.pathname === page.pathname && address.search === page.search)
      return address.hash
  }
  return address.href
}

/** The attributes that an element keeps as the canonical element `name`. Links and images are handled apart. */
export const keptAttributes = (element: ParsedElement, name: string): Attributes => {
  const language = languageAttributes(element)
  switch (name) {
    case 'td':
    case 'th':
      return [
        ...wholeNumber(element, 'colspan', 2, MOST_SPANNED),
        ...wholeNumber(element, 'rowspan', 2, MOST_SPANNED),
        ...(name === 'th' ? oneOf(element, 'scope', headerScopes) : []),
        ...language,
      ]
    case 'ol':
      return [
        ...wholeNumber(element, 'start', -999_999, 999_999),
        ...(element.getAttribute('reversed') === null ? [] : [['reversed', ''] satisfies [string, string]]),
        ...language,
      ]
    case 'abbr':
      return [...plainText(element, 'title'), ...language]
    case 'p':
      return [...oneOf(element, 'role', ['doc-subtitle']), ...language]
    case 'img':
      return [
        ['alt', attributeText(element.getAttribute('alt'))],
        ...wholeNumber(element, 'width', 1, 20_000),
        ...wholeNumber(element, 'height', 1, 20_000),
        ...language,
      ]
    default:
      return language
  }
}
