import { randomUUID } from 'node:crypto'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { ExitStatus, Invocation } from './command.ts'
import { currentTime, programName, withLibrary } from './with-library.ts'

/** Opens the library for work with its backups. */
export const withBackups = (
  invocation: Invocation,
  access: 'read' | 'write',
  work: (backups: LibraryBackups, library: OpenLibrary) => Promise<ExitStatus>,
): Promise<ExitStatus> =>
  withLibrary(invocation, access, library => {
    const { resources } = invocation.program
    const program = programName(invocation.program)
    return work(new LibraryBackups({ library, resources, program, now: currentTime, newId: randomUUID }), library)
  })
