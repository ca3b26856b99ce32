import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { Invocation, RunCommand } from '../command.ts'
import { optionValue } from '../command.ts'
import { table } from '../table.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { withLibrary } from '../with-library.ts'

const articles = (count: number): string => (count === 1 ? 'one article' : `${count} articles`)

/** What the options and operands ask for; null when they only ask what is there. */
const changeOf = (
  { operands, flags, ...rest }: Invocation,
  library: OpenLibrary,
): (() => Promise<{ readonly done: string; readonly results: readonly Result<unknown>[] }>) | null => {
  const back = optionValue({ operands, flags, ...rest }, 'bring-back') ?? null
  if (back !== null)
    return async () => ({ done: 'Brought back one article.', results: [await library.restoreTrashed(back)] })
  if (flags.has('empty'))
    return async () => {
      const gone = await library.emptyTrash(null)
      return { done: gone.ok ? `Deleted ${articles(gone.value)} for good.` : '', results: [gone] }
    }
  if (operands.length === 0) return null
  return async () => {
    const results: Result<unknown>[] = []
    for (const id of operands) results.push(await library.moveToTrash(id))
    const moved = results.filter(result => result.ok).length
    return { done: moved === 0 ? '' : `Moved ${articles(moved)} to the trash.`, results }
  }
}

export const run: RunCommand = invocation => {
  const reads =
    invocation.operands.length === 0 &&
    !invocation.flags.has('empty') &&
    optionValue(invocation, 'bring-back') === undefined
  return withLibrary(invocation, reads ? 'read' : 'write', async library => {
    const change = changeOf(invocation, library)
    const changed = change === null ? null : await change()
    const failures = (changed?.results ?? []).flatMap(result => (result.ok ? [] : [result.error.message]))
    const there = await library.trashed()
    if (!there.ok) return failed(there.error.message)
    if (invocation.json)
      printJson(there.value.map(({ name, trashed, entry }) => ({ name, id: entry.id, title: entry.title, trashed })))
    else if (changed !== null) {
      if (changed.done !== '' && failures.length < changed.results.length) print(changed.done)
    } else if (there.value.length === 0) print('The trash is empty.')
    else
      print(
        table(
          ['name', 'since', '>marks', 'title'],
          there.value.map(({ name, trashed, entry }) => [
            name,
            trashed.slice(0, 10),
            String(entry.annotations),
            oneLine(entry.title),
          ]),
        ),
      )
    for (const line of failures) failed(line)
    return failures.length === 0 ? 0 : 1
  })
}
