import { emptyElements } from './canonical-markup.ts'

/** A part of an element that can be looked at by itself. */
export interface ElementPart {
  /** Start tags of the elements that are open where it begins; they stand in an earlier part. */
  readonly before: string
  /** The part itself; those of an element, joined, are the element. */
  readonly html: string
  /** End tags of the elements that are open where it ends; they stand in a later part. */
  readonly after: string
}

interface Open {
  readonly name: string
  readonly start: string
}

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g

/** Elements in which a parser reads what follows in another way than after their start tag. */
const whole: ReadonlySet<string> = new Set(['pre', 'math'])

/**
 * Cuts a canonical element into parts of about `length` characters, in UTF-16 units, each with the elements around it: after tags that end
 * a line, as those of items, rows, cells and broken lines do. What has none of them is one part.
 */
export function* elementParts(element: string, length: number): Generator<ElementPart> {
  const open: Open[] = []
  let [from, before, held] = [0, '', 0]
  for (const match of element.matchAll(tag)) {
    const [start, slash, name = ''] = match
    if (slash === '/') {
      if (whole.has(open.pop()?.name ?? '')) held -= 1
    } else if (!emptyElements.has(name)) {
      open.push({ name, start })
      if (whole.has(name)) held += 1
    }
    const end = match.index + start.length
    if (end - from < length || held > 0 || element[end] !== '\n' || end + 1 === element.length) continue
    const after = open
      .toReversed()
      .map(around => `</${around.name}>`)
      .join('')
    yield { before, html: element.slice(from, end + 1), after }
    from = end + 1
    before = open.map(around => around.start).join('')
  }
  yield { before, html: element.slice(from), after: '' }
}
