import { describePlace } from '#core/foreign-marks/describe-place.ts'
import { waitingWorks } from '#core/foreign-marks/waiting-mark.ts'
import { failed, misused, oneLine, print, printJson } from '../terminal.ts'
import { optionValue } from '../command.ts'
import type { RunCommand } from '../command.ts'
import { describePlaced } from '../describe-marks.ts'
import { unknownDocument } from '../with-document.ts'
import { currentTime, withLibrary } from '../with-library.ts'

export const run: RunCommand = invocation => {
  const [attach, remove, to] = ['attach', 'remove', 'to'].map(name => optionValue(invocation, name))
  if (attach !== undefined && remove !== undefined)
    return Promise.resolve(misused('waiting takes --attach or --remove, not both.'))
  if ((attach === undefined) !== (to === undefined))
    return Promise.resolve(misused('waiting takes --attach TITLE together with --to ID.'))
  const title = attach ?? remove
  return withLibrary(invocation, title === undefined ? 'read' : 'write', async library => {
    const records = await library.marks.waiting()
    if (!records.ok) return failed(records.error.message)
    const works = waitingWorks(records.value)
    if (title === undefined) {
      if (invocation.json) {
        printJson(
          works.map(({ work, marks }) => ({
            ...work,
            marks: marks.map(({ id, mark: { kind, quote, note, tags, place, program, created } }) => ({
              id,
              kind,
              quote,
              note,
              tags,
              ...(place !== undefined && { place }),
              program,
              ...(created !== undefined && { created }),
            })),
          })),
        )
        return 0
      }
      for (const { work, marks } of works) {
        const by = work.authors.length === 0 ? '' : ` (${work.authors.map(oneLine).join(', ')})`
        print(`${oneLine(work.title)}${by}: ${marks.length}`)
        for (const { mark } of marks)
          print(
            `  ${oneLine(mark.quote || mark.note || describePlace(mark))}${mark.quote !== '' && mark.note !== '' ? ` — ${oneLine(mark.note)}` : ''}`,
          )
      }
      return 0
    }
    const chosen = works.filter(({ work }) => work.title === title).flatMap(({ marks }) => marks)
    if (chosen.length === 0) return failed(`No marks wait under the title “${title}”; “pathmark waiting” lists them.`)
    if (to !== undefined) {
      if (!library.documents().some(({ id }) => id === to)) return unknownDocument(library, to)
      const placed = await library.marks.attach(
        chosen.map(({ id }) => id),
        to,
      )
      if (!placed.ok) return failed(placed.error.message)
      if (invocation.json) printJson(placed.value)
      else if (placed.value !== null) print(describePlaced(placed.value))
      return 0
    }
    const now = currentTime()
    const removed = await library.marks.saveWaiting(
      chosen.map(record => ({ ...record, version: record.version + 1, modified: now, deleted: now })),
    )
    if (!removed.ok) return failed(removed.error.message)
    if (invocation.json) printJson({ removed: chosen.length })
    else print(`Removed: ${chosen.length}`)
    return 0
  })
}
