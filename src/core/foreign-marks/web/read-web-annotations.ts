import type { ForeignMark, MarkedWork, ReadMarks } from '../foreign-mark.ts'
import { GatheredMarks } from '../gather-marks.ts'
import { fieldsOf, isFields, lineOf, listOf, textOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'
import { readIsoTime } from '../read-time.ts'
import { nearestColor } from '../colors.ts'
import { readBodies } from './read-bodies.ts'
import { readSelectors } from './read-selectors.ts'
import { isOwn, ownLook, ownOrigin, ownWork } from './own-annotations.ts'
import { workOfPublication, workOfSource } from './read-work.ts'

const isOfType = (value: Fields, type: string): boolean => {
  const named = [...listOf(value['type']), ...listOf(value['@type'])]
  return named.some(name => typeof name === 'string' && name.replace(/^(?:oa|as):/, '') === type)
}

interface FoundAnnotations {
  readonly annotations: readonly Fields[]
  /** What the file says of the work that all of them are on; null when each says it for itself. */
  readonly work: MarkedWork | null
  readonly program: ForeignMark['program']
}

/** Where lists of annotations stand in a file, as far as it is one of JSON-LD or of Readium; null when it is none. */
const find = (value: unknown): FoundAnnotations | null => {
  if (Array.isArray(value)) {
    const annotations = value.filter(isFields).filter(one => isOfType(one, 'Annotation'))
    return annotations.length === 0 ? null : { annotations, work: null, program: 'web-annotation' }
  }
  if (!isFields(value)) return null
  if (isOfType(value, 'Annotation')) return { annotations: [value], work: null, program: 'web-annotation' }
  if (isOfType(value, 'AnnotationSet')) {
    const work = workOfPublication(fieldsOf(value['about']), lineOf(value['title']))
    return { annotations: listOf(value['items']).filter(isFields), work, program: 'readium' }
  }
  if (isOfType(value, 'AnnotationPage'))
    return { annotations: listOf(value['items']).filter(isFields), work: null, program: 'web-annotation' }
  if (isOfType(value, 'AnnotationCollection')) {
    const pages = [...listOf(value['first']), ...listOf(value['items'])].map(fieldsOf)
    const items = pages.flatMap(page => (isOfType(page, 'Annotation') ? [page] : listOf(page['items'])))
    return { annotations: items.filter(isFields), work: ownWork(value), program: 'web-annotation' }
  }
  return Array.isArray(value['@graph']) ? find(value['@graph']) : null
}

const motivationsOf = (annotation: Fields): readonly string[] =>
  listOf(annotation['motivation'] ?? annotation['motivatedBy']).map(one => textOf(one).replace(/^oa:/, ''))

const STYLES: Readonly<Record<string, ForeignMark['style']>> = { underline: 'underline', strikethrough: 'underline' }

/** Reads one annotation: a mark for each of its targets. */
const take = (into: GatheredMarks, annotation: Fields, { work, program }: FoundAnnotations): void => {
  const targets = listOf(annotation['target'] ?? annotation['on'])
  const id = lineOf(annotation['id'] ?? annotation['@id'])
  if (targets.length === 0) {
    into.warn(
      `An annotation${id === undefined ? '' : ` (${id.slice(0, 80)})`} says nothing of what it is on; it was not taken.`,
    )
    return
  }
  const isMine = isOwn(annotation)
  const said = readBodies(annotation)
  const motivations = motivationsOf(annotation)
  const created = readIsoTime(lineOf(annotation['created']))
  const modified = readIsoTime(lineOf(annotation['modified']))
  for (const [at, given] of targets.entries()) {
    const target = typeof given === 'string' ? { source: given } : fieldsOf(given)
    const source = target['source'] ?? target['id'] ?? target['@id']
    const address = lineOf(typeof source === 'object' ? fieldsOf(source)['id'] : source) ?? ''
    const meta = fieldsOf(target['meta'])
    const selected = readSelectors(target['selector'], address)
    const chapter = listOf(meta['headings'])
      .flatMap(heading => lineOf(fieldsOf(heading)['txt']) ?? [])
      .at(-1)
    const page = lineOf(meta['page'])
    const place = { ...selected.place, ...(page !== undefined && { page }), ...(chapter !== undefined && { chapter }) }
    const hasWords = selected.quote.trim() !== ''
    const isBookmark = motivations.includes('bookmarking') && said.note === ''
    const isPlaced = Object.keys(place).length > 0
    const key = id ?? [address, selected.quote, said.note, created ?? ''].join('|').slice(0, 1_000)
    into.add(
      work ?? workOfSource(address, source),
      {
        id: targets.length === 1 ? key : `${key}#${at + 1}`,
        kind: hasWords ? 'highlight' : isBookmark ? 'bookmark' : isPlaced ? 'note' : 'page-note',
        quote: hasWords ? selected.quote : '',
        prefix: selected.prefix,
        suffix: selected.suffix,
        ...(isPlaced && { place }),
        note: said.note,
        tags: said.tags,
        style: STYLES[said.style] ?? 'highlight',
        ...(said.color !== undefined && { color: nearestColor(said.color) }),
        ...ownLook(target),
        ...(isMine && ownOrigin(annotation)),
        ...(created !== undefined && { created }),
        ...(modified !== undefined && { modified }),
        ...(said.by !== undefined && { by: said.by }),
      },
      isMine ? 'pathmark' : program,
    )
  }
}

/** Marks of a file of the W3C Web Annotation Data Model, of Readium's annotation sets, or of Pathmark's own; null when it is none of these. */
export const readWebAnnotations = (value: unknown): ReadMarks | null => {
  const found = find(value)
  if (found === null) return null
  const into = new GatheredMarks(found.annotations.some(isOwn) ? 'pathmark' : found.program)
  for (const annotation of found.annotations) take(into, annotation, found)
  const first = isFields(value) ? value['first'] : undefined
  if (typeof first === 'string' || lineOf(fieldsOf(first)['next']) !== undefined)
    into.warn('The file names a page of annotations that is not in it; what that page holds was not taken.')
  return into.result()
}
