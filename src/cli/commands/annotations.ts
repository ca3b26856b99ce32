import type { Annotation } from '#core/annotation/annotation.ts'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

const byPlace = (a: Annotation, b: Annotation): number =>
  a.selectors.position.start - b.selectors.position.start ||
  b.selectors.position.end - a.selectors.position.end ||
  (a.id < b.id ? -1 : 1)

const describe = ({ id, color, style, selectors, note, tags }: Annotation): string => {
  return [
    `${id}  ${color}${style === 'underline' ? ' underline' : ''}  “${oneLine(selectors.quote.exact)}”`,
    ...(note === '' ? [] : [`    ${oneLine(note)}`]),
    ...(tags.length === 0 ? [] : [`    ${tags.map(tag => `#${oneLine(tag)}`).join(' ')}`]),
  ].join('\n')
}

export const run: RunCommand = invocation =>
  withDocument(invocation, 'read', async (library, id) => {
    const notes = await library.readNotes(id)
    if (!notes.ok) return failed(notes.error.message)
    const annotations = notes.value.annotations.filter(annotation => annotation.deleted === undefined).toSorted(byPlace)
    if (invocation.json) printJson(annotations.map(annotation => toWebAnnotation(annotation, id)))
    else if (annotations.length === 0) print('No annotations yet.')
    else print(annotations.map(describe).join('\n'))
    return 0
  })
