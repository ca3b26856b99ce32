import { standsInPlace } from '#core/anchoring/stands-in-place.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

const byPlace = (a: Annotation, b: Annotation): number =>
  a.selectors.position.start - b.selectors.position.start ||
  b.selectors.position.end - a.selectors.position.end ||
  (a.id < b.id ? -1 : 1)

/** Lines about passages that are not the words that were marked. Nothing is loaded for an article that stayed as it was. */
const passageLines = async (
  library: OpenLibrary,
  id: string,
  annotations: readonly Annotation[],
  resources: string,
): Promise<Result<ReadonlyMap<string, string>>> => {
  const read = await library.readArticle(id)
  if (!read.ok) return read
  const { text } = read.value.article
  const isOpen = ({ madeOn, setAside, selectors }: Annotation): boolean =>
    madeOn !== undefined || setAside !== undefined || standsInPlace(text, selectors) === null
  if (!annotations.some(isOpen)) return succeed(new Map())
  const { describePassages } = await import('../describe-passages.ts')
  return describePassages(library, id, resources)
}

const describe = (
  { id, color, style, selectors, note, tags }: Annotation,
  passages: ReadonlyMap<string, string>,
): string => {
  const passage = passages.get(id)
  return [
    `${id}  ${color}${style === 'underline' ? ' underline' : ''}  “${oneLine(selectors.quote.exact)}”`,
    ...(passage === undefined ? [] : [`    ${passage}`]),
    ...(note === '' ? [] : [`    ${oneLine(note)}`]),
    ...(tags.length === 0 ? [] : [`    ${tags.map(tag => `#${oneLine(tag)}`).join(' ')}`]),
  ].join('\n')
}

export const run: RunCommand = invocation =>
  withDocument(invocation, 'read', async (library, id) => {
    const notes = await library.readNotes(id)
    if (!notes.ok) return failed(notes.error.message)
    const annotations = notes.value.annotations.filter(annotation => annotation.deleted === undefined).toSorted(byPlace)
    if (invocation.json) {
      printJson(annotations.map(annotation => toWebAnnotation(annotation, id)))
      return 0
    }
    if (annotations.length === 0) {
      print('No annotations yet.')
      return 0
    }
    const passages = await passageLines(library, id, annotations, invocation.program.resources)
    if (!passages.ok) return failed(passages.error.message)
    print(annotations.map(annotation => describe(annotation, passages.value)).join('\n'))
    return 0
  })
