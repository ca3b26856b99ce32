import { randomUUID } from 'node:crypto'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { openLibrary } from '#library/library.ts'

/**
 * Opens the library named first, with the resources named second, makes as many highlights in its first document as
 * the third parameter says, one after another, closes it, and prints what came of it as one line of JSON.
 */
const [folder = '', resources = '', count = '0'] = process.argv.slice(2)
const now = () => new Date().toISOString()

const work = async () => {
  const program = `test ${process.pid}`
  const opened = await openLibrary({ folder, create: false, write: true, resources, program, now, newId: randomUUID })
  if (!opened.ok) return { failure: opened.error.code }
  const library = opened.value
  const { writable, readOnlyReason } = library
  const [entry] = library.documents()
  const read = await library.readArticle(entry?.id ?? '')
  let saved = 0
  for (let made = 0; made < Number(count) && read.ok; made += 1) {
    const details = { id: randomUUID(), now: now(), style: 'highlight', color: 'blue' } as const
    const annotation = makeAnnotation(read.value.article, { start: made, end: made + 5 }, details)
    const result = await library.saveNotes(read.value.article.id, [annotation], null)
    if (result.ok) saved += 1
  }
  await library.close()
  return { writable, readOnlyReason, readable: read.ok, saved }
}

process.stdout.write(`${JSON.stringify(await work())}\n`)
