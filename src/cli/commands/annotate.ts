import { randomUUID } from 'node:crypto'
import { annotationColors } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import { locateQuote } from '#core/anchoring/locate-quote.ts'
import { optionValue, optionValues } from '../command.ts'
import type { RunCommand } from '../command.ts'
import { failed, misused, oneLine, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'
import { currentTime } from '../with-library.ts'

export const run: RunCommand = async invocation => {
  const quote = optionValue(invocation, 'quote')
  if (quote === undefined || quote === '') return misused('annotate needs --quote with the words to highlight.')
  const wanted = optionValue(invocation, 'color') ?? 'yellow'
  const color = annotationColors.find(name => name === wanted)
  if (color === undefined) return misused(`There is no colour “${wanted}”; there are ${annotationColors.join(', ')}.`)

  return withDocument(invocation, 'write', async (library, id) => {
    const read = await library.readArticle(id)
    if (!read.ok) return failed(read.error.message)
    const { article } = read.value
    const span = locateQuote(article.text, {
      quote,
      prefix: optionValue(invocation, 'prefix'),
      suffix: optionValue(invocation, 'suffix'),
    })
    if (!span.ok) return failed(span.error.message)
    const annotation = makeAnnotation(article, span.value, {
      id: randomUUID(),
      now: currentTime(),
      color,
      style: 'highlight',
      note: optionValue(invocation, 'note'),
      tags: optionValues(invocation, 'tag'),
    })
    const saved = await library.saveNotes(id, [annotation], null)
    if (!saved.ok) return failed(saved.error.message)
    if (invocation.json) printJson(toWebAnnotation(annotation, id))
    else print(`Highlighted in ${color}: “${oneLine(annotation.selectors.quote.exact)}” (${annotation.id})`)
    return 0
  })
}
