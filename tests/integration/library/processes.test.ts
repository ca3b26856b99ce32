import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildProgram, startProgram, startProgramAsOrdinaryUser } from '../store/child-program.ts'
import type { ChildProgram } from '../store/child-program.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()

let root = ''
let program = ''
let setUp: LibrarySetUp
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  await (await setUp.opened()).close()
  program = await buildProgram(join(import.meta.dirname, 'programs/open-and-save.ts'), root)
})
afterEach(() => chmod(setUp.folder, 0o700))

const outcome = async (child: ChildProgram): Promise<unknown> => {
  const line = await child.line()
  expect(await child.end()).toEqual({ status: 0, errors: '' })
  return JSON.parse(line)
}

describe('two processes that write into one library at the same time', () => {
  it('wait for each other, and keep what both of them made', async () => {
    const children = [1, 2, 3].map(() => startProgram(program, setUp.folder, join(root, 'resources'), '4'))
    const outcomes = await Promise.all(children.map(outcome))
    expect(outcomes).toEqual(outcomes.map(() => ({ writable: true, readOnlyReason: null, readable: true, saved: 4 })))
    const library = await setUp.opened()
    const notes = await library.readNotes(onlyDocument(library))
    expect(notes.ok && notes.value.annotations).toHaveLength(12)
    expect(library.documents()[0]?.annotations).toBe(12)
    expect(library.warnings).toEqual([])
    await library.close()
  })
})

describe('a reader without permission', () => {
  const openAsOrdinaryUser = () =>
    outcome(startProgramAsOrdinaryUser(program, setUp.folder, join(root, 'resources'), '1'))

  /** Anybody may go through the folders above and read every file. */
  const openToAll = async () => {
    await chmod(root, 0o755)
    for (const entry of await readdir(setUp.folder, { recursive: true, withFileTypes: true })) {
      await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
    }
  }

  it('to write gets a library for reading, with the reason', async () => {
    await openToAll()
    await chmod(setUp.folder, 0o555)
    expect(await openAsOrdinaryUser()).toEqual({
      writable: false,
      readOnlyReason: expect.stringContaining('no permission to write'),
      readable: true,
      saved: 0,
    })
  })

  it('to read is told so', async () => {
    await openToAll()
    await chmod(setUp.folder, 0o000)
    expect(await openAsOrdinaryUser()).toEqual({ failure: 'not-readable' })
  })
})
