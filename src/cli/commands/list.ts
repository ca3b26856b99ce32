import type { RunCommand } from '../command.ts'
import { oneLine, print, printJson } from '../terminal.ts'
import { table } from '../table.ts'
import { withLibrary } from '../with-library.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

export const run: RunCommand = invocation =>
  withLibrary(invocation, 'read', async library => {
    const entries = library.documents()
    if (invocation.json) {
      printJson(
        entries.map(({ id, title, format, added, words, annotations, mechanisms, position, collections, tags }) => ({
          id,
          title,
          format,
          added,
          words,
          annotations,
          mechanisms,
          progress: position.progress,
          collections: collections ?? [],
          tags: tags ?? [],
        })),
      )
    } else if (entries.length === 0) {
      print('No documents yet; “pathmark import PATH” brings one in.')
    } else {
      print(
        table(
          ['id', '>words', '>cards', '>marks', '>read', 'title'],
          entries.map(entry => [
            entry.id,
            String(entry.words),
            String(entry.mechanisms),
            String(entry.annotations),
            percent(entry.position.progress),
            oneLine(entry.title),
          ]),
        ),
      )
    }
    return 0
  })
