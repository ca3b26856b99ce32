import type { MarkPlace } from '../../annotation/mark-origin.ts'
import { fieldsOf, lineOf, listOf, numberOf, offsetOf, textOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'
import { readTextFragment } from './text-fragment.ts'

/** What selectors say of a passage. */
export interface ReadSelectors {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly place: MarkPlace
}

/** Levels of selectors that refine each other. */
const DEEPEST = 5
/** Selectors of one target; more than a few are no help. */
const MOST = 50

/** The selectors of a target and those that refine them, the outer ones first. */
const flatten = (selector: unknown, depth = 0): Fields[] =>
  depth > DEEPEST
    ? []
    : listOf(selector)
        .slice(0, MOST)
        .map(fieldsOf)
        .flatMap(one => [
          one,
          ...flatten(one['refinedBy'], depth + 1),
          // Choices, and ranges that are given by their ends.
          ...flatten(one['items'], depth + 1),
        ])

const POINTERS = [
  'FragmentSelector',
  'XPathSelector',
  'CssSelector',
  'CSSSelector',
  'DataPositionSelector',
  'SvgSelector',
]

/** What else points at the passage, in the words of its kind. */
const pointerOf = (selector: Fields): string | undefined => {
  const kind = textOf(selector['type'])
  if (POINTERS.includes(kind)) return lineOf(selector['value'])
  if (kind === 'EPUBContentSelector') return lineOf(selector['cfi']) ?? lineOf(selector['url'])
  if (kind !== 'RangeSelector') return undefined
  const [start, end] = ['start', 'end'].map(side => {
    const container = lineOf(selector[`${side}Container`])
    const edge = lineOf(fieldsOf(selector[`${side}Selector`])['value'])
    return container === undefined ? edge : `${container}:${offsetOf(selector[`${side}Offset`]) ?? 0}`
  })
  return start === undefined || end === undefined ? undefined : `${start} ${end}`
}

/** Reads the selectors of a target (Web Annotation Data Model, 4.2), and those of Hypothesis and Thorium. `source` may end in a text fragment. */
export const readSelectors = (selector: unknown, source = ''): ReadSelectors => {
  const all = flatten(selector)
  const quoted = all.find(one => one['type'] === 'TextQuoteSelector' && textOf(one['exact']).trim() !== '')
  const positioned = all.find(one => one['type'] === 'TextPositionSelector')
  const [start, end] = [offsetOf(positioned?.['start']), offsetOf(positioned?.['end'])]
  const pages = all.find(one => one['type'] === 'PageSelector')
  const contents = all.find(one => one['type'] === 'EPUBContentSelector')
  const progression = all
    .map(one => numberOf(one['value']))
    .find(value => value !== undefined && value >= 0 && value <= 1)
  const pointers = [...new Set(all.flatMap(one => pointerOf(one) ?? []))]
  const hash = source.includes('#') ? source.slice(source.indexOf('#')) : ''
  const fragment = [...pointers, hash].map(readTextFragment).find(found => found !== null)
  const page = lineOf(pages?.['label'])
  const chapter = lineOf(contents?.['title'])
  const isPlaced = start !== undefined && end !== undefined && end >= start
  return {
    quote: textOf(quoted?.['exact']) || (fragment?.quote ?? ''),
    prefix: quoted === undefined ? (fragment?.prefix ?? '') : textOf(quoted['prefix']),
    suffix: quoted === undefined ? (fragment?.suffix ?? '') : textOf(quoted['suffix']),
    place: {
      ...(page !== undefined && { page }),
      ...(chapter !== undefined && { chapter }),
      ...(progression !== undefined && { progression }),
      ...(isPlaced && { position: { start, end } }),
      ...(pointers.length > 0 && { pointers }),
    },
  }
}
