import type { ParsedElement } from '../parse-html.ts'

/** Where pages keep the address of a picture that they load when it comes into view. */
const lateAttributes = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-hi-res-src']
const lateSets = ['data-srcset', 'data-lazy-srcset']

/** A picture of no size, or a drawing, that stands in until the real one is loaded. */
const placeholder = /^data:image\/(?:svg\+xml|gif;base64,R0lGODlhAQABA)/i
const blank = /^data:image\/gif/i

/** Widths in pixels (`640w`) or densities (`2x`) of a `srcset`: the largest is taken that is not needlessly large. */
const LARGEST_WIDTH = 2_000

/** Addresses may hold commas; one that parts two pictures has space after it, or a width or density before it. */
const between = /,\s+|(?<=\s[\d.]{1,9}[wx]),/

/** The address that a `srcset` offers for a large window (HTML standard, “srcset attributes”). */
const fromSet = (set: string): string | null => {
  const offered = set.split(between).flatMap(candidate => {
    const [address = '', descriptor = '1x'] = candidate.trim().split(/\s+/)
    const width = Number.parseFloat(descriptor) * (descriptor.endsWith('w') ? 1 : 1_000)
    return address === '' || Number.isNaN(width) ? [] : [{ address, width }]
  })
  const fitting = offered.filter(({ width }) => width <= LARGEST_WIDTH)
  const [best] = (fitting.length > 0 ? fitting : offered).toSorted((a, b) =>
    fitting.length > 0 ? b.width - a.width : a.width - b.width,
  )
  return best === undefined || best.address.startsWith('data:') ? null : best.address
}

const firstOf = (element: ParsedElement, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = element.getAttribute(name)?.trim() ?? ''
    if (value !== '') return value
  }
  return null
}

/** How a page names the picture of an `img`; null when it names none. */
export const pictureReference = (element: ParsedElement): string | null => {
  const source = element.getAttribute('src')?.trim() ?? ''
  if (source !== '' && !placeholder.test(source)) return source
  const late = firstOf(element, lateAttributes)
  if (late !== null) return late
  const set = firstOf(element, ['srcset', ...lateSets])
  // A drawing that nothing takes the place of is a picture; one that shows nothing is told by what is in it.
  return (set === null ? null : fromSet(set)) ?? (source === '' || blank.test(source) ? null : source)
}
