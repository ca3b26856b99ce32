import { childrenOf, isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement } from '../parse-html.ts'

/** Where pages keep the address of a picture that they load when it comes into view. */
const lateAttributes = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-hi-res-src']
const lateSets = ['data-srcset', 'data-lazy-srcset']

/** A picture of no size, or a drawing, that stands in until the real one is loaded: as data, or by what its file is called. */
const placeholder =
  /^data:image\/(?:svg\+xml|gif;base64,R0lGODlhAQABA)|(?:^|[/_.-])(?:1x1|blank|lazy|loading|pixel|place-?holder|spacer|transparent)(?:[_.-][^/?#]*)?\.(?:gif|jpe?g|png|svg|webp)(?:[?#]|$)/i

/** A picture of data that shows nothing. A drawing that nothing takes the place of is a picture, and is told by what is in it. */
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

/** What the other forms of a picture offer, where it stands in a `picture` with such. */
const fromOtherForms = (element: ParsedElement): string | null => {
  const { parentNode: picture } = element
  if (picture?.localName !== 'picture') return null
  const sets = childrenOf(picture).flatMap(child => {
    const set = isElement(child) && child.localName === 'source' ? firstOf(child, ['srcset', ...lateSets]) : null
    const address = set === null ? null : fromSet(set)
    return address === null || !isElement(child) ? [] : [{ address, type: child.getAttribute('type') ?? '' }]
  })
  // The form that all programs know comes last, and says no type or one of the oldest.
  return (sets.findLast(({ type }) => /^(?:image\/(?:gif|jpe?g|png))?$/i.test(type)) ?? sets[0])?.address ?? null
}

/** True for an element that stands for a picture: `img`, and the one that AMP has in its place. */
export const isPicture = ({ localName }: ParsedElement): boolean => localName === 'img' || localName === 'amp-img'

/** How a page names the picture of an `img`; null when it names none. */
export const pictureReference = (element: ParsedElement): string | null => {
  const source = element.getAttribute('src')?.trim() ?? ''
  const late = firstOf(element, lateAttributes)
  const lateSet = firstOf(element, lateSets)
  const loadedLate = (lateSet === null ? null : fromSet(lateSet)) ?? late
  // Data only stands in for what is loaded later: a point of any format, or the picture in a few coarse points.
  const standsIn = placeholder.test(source) || (loadedLate !== null && /^data:/i.test(source))
  if (source !== '' && !standsIn) return source
  if (loadedLate !== null) return loadedLate
  const set = firstOf(element, ['srcset'])
  const found = (set === null ? null : fromSet(set)) ?? fromOtherForms(element)
  return found ?? (source === '' || blank.test(source) ? null : source)
}

const isPixel = (element: ParsedElement): boolean =>
  /^\d+$/.test(element.getAttribute('width') ?? '') && Number(element.getAttribute('width')) < 3

/**
 * The pictures that an element keeps for readers without scripts, where it holds nothing else: those that a page shows by a script
 * stand there as they are.
 */
export const picturesWithoutScripts = (element: ParsedElement): readonly ParsedElement[] => {
  const pictures: ParsedElement[] = []
  let hasMore = false
  walk(element, node => {
    if (isText(node)) hasMore ||= (node.nodeValue ?? '').trim() !== ''
    else if (isElement(node) && isPicture(node) && !isPixel(node)) pictures.push(node)
    else if (isElement(node) && node.localName === 'iframe') hasMore = true
    return true
  })
  return hasMore ? [] : pictures
}
