import type { OpenLibrary } from '#library/open-library.ts'
import type { ExitStatus, Invocation } from './command.ts'
import { failed } from './terminal.ts'
import { withLibrary } from './with-library.ts'

/** The failure of an id that the library does not know. */
export const unknownDocument = (library: OpenLibrary, id: string): ExitStatus =>
  failed(`There is no document “${id}” in ${library.path}; “pathmark list” prints the ids.`)

/** Opens the library for work on the one document whose id was given as the operand. */
export const withDocument = (
  invocation: Invocation,
  access: 'read' | 'write',
  work: (library: OpenLibrary, id: string) => Promise<ExitStatus>,
): Promise<ExitStatus> =>
  withLibrary(invocation, access, async library => {
    const id = invocation.operands[0] ?? ''
    if (!library.documents().some(entry => entry.id === id)) return unknownDocument(library, id)
    return work(library, id)
  })
