import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

export const run: RunCommand = invocation =>
  withDocument(invocation, 'write', async (library, id) => {
    const undone = await library.undoUpdate(id)
    if (!undone.ok) return failed(undone.error.message)
    const title = library.documents().find(entry => entry.id === id)?.title ?? id
    if (invocation.json) printJson({ id, title })
    else print(`Taken back: ${id}  ${oneLine(title)}`)
    return 0
  })
