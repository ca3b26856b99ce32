import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { defaultLibraryFolder } from '#library/default-library-folder.ts'
import { inspectLibraryFolder } from '#library/inspect-library-folder.ts'
import { openLibrary } from '#library/library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { ExitStatus, Invocation, Program } from './command.ts'
import { extractorOf, importerOf } from './importer.ts'
import { failed, remark } from './terminal.ts'

/** Name and version of the program as provenance keeps it. */
export const programName = (program: Program): string => `Pathmark ${program.version}`

export const currentTime = (): string => new Date().toISOString()

export const libraryFolder = (invocation: Invocation): string =>
  invocation.library === undefined ? defaultLibraryFolder() : resolve(invocation.library)

/** True when there is no library yet and nothing in the way of a new one. */
export const isToBeMade = async (folder: string): Promise<boolean> => {
  const state = await inspectLibraryFolder(folder)
  return state.ok && (state.value === 'absent' || state.value === 'empty')
}

/**
 * Opens the library, hands it to the work, and closes it again whatever the work comes to.
 * A library that is not there yet is made, with the bundled article, and that is said on standard error.
 * Work that only reads takes no lock, so that it goes on beside an open window.
 */
export const withLibrary = async (
  invocation: Invocation,
  access: 'read' | 'write',
  work: (library: OpenLibrary) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const folder = libraryFolder(invocation)
  const isNew = await isToBeMade(folder)
  const opened = await openLibrary({
    folder,
    create: isNew,
    write: isNew || access === 'write',
    resources: invocation.program.resources,
    program: programName(invocation.program),
    now: currentTime,
    newId: randomUUID,
    importer: importerOf(invocation.program),
    extractor: extractorOf(invocation.program),
  })
  if (!opened.ok) return failed(opened.error.message)
  const library = opened.value
  if (isNew) {
    const content = library.documents().length > 0 ? ', with its first article' : ''
    remark(`Made a new library in ${library.path}${content}.`)
  }
  try {
    if (access === 'write' && library.readOnlyReason !== null) return failed(library.readOnlyReason)
    return await work(library)
  } finally {
    // Told at the end: a document's files are looked at when they are first needed.
    for (const warning of library.warnings) remark(warning)
    await library.close()
  }
}
