import { cp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { switchLibrary } from '../../../src/main/libraries/switch-library.ts'
import type { SwitchParts } from '../../../src/main/libraries/switch-library.ts'
import { holdLibrary } from '../../../src/main/open-library-holder.ts'
import type { LibraryHolder } from '../../../src/main/open-library-holder.ts'
import { onlyDocument, setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

let setUp: LibrarySetUp
let other: string
let holder: LibraryHolder
let steps: string[]
let parts: SwitchParts
let agrees: boolean
beforeEach(async () => {
  const root = await newFolder()
  setUp = await setUpLibrary(root)
  await (await setUp.opened()).close()
  other = join(root, 'other')
  await cp(setUp.folder, other, { recursive: true })
  steps = []
  agrees = false
  holder = holdLibrary({
    folder: setUp.folder,
    create: false,
    write: true,
    resources: join(root, 'resources'),
    program: 'Pathmark 0.1.0',
    now: () => '2026-11-22T10:00:00.000Z',
    newId: () => crypto.randomUUID(),
  })
  parts = {
    holder,
    isImporting: () => false,
    mayRead: async (_path, reason) => {
      steps.push(reason)
      return agrees
    },
    leave: async () => void steps.push('left'),
    entered: async ({ path }) => void steps.push(path),
    gate: { shut: () => void steps.push('shut'), open: library => void steps.push(`open for the ${library}`) },
    reload: () => void steps.push('reloaded'),
    resume: async () => void steps.push('resumed'),
  }
})

const isLocked = async (folder: string): Promise<boolean> => (await readdir(folder)).includes('library.lock')

/** That the first library is open still, and can be written. */
const expectFirst = async (): Promise<void> => {
  const current = await holder.current()
  expect(current).toMatchObject({ ok: true, value: { path: setUp.folder, writable: true } })
  expect(await isLocked(setUp.folder)).toBe(true)
  await holder.close()
}

describe('changing the library', () => {
  it('closes the one and opens the other, which can be written', async () => {
    const first = await holder.current()
    if (!first.ok) throw new Error(first.error.message)
    const note = { value: 'On the way.', modified: '2026-11-23T11:00:00.000Z', version: 1 }
    const saved = first.value.saveNotes(onlyDocument(first.value), [], note)
    expect(await switchLibrary({ path: other, create: false }, parts)).toEqual({ ok: true, value: null })
    expect(await saved).toEqual({ ok: true, value: null })
    expect(steps).toEqual(['shut', 'left', other, 'reloaded', 'open for the other', 'resumed'])
    expect(await isLocked(setUp.folder)).toBe(false)
    expect(await holder.current()).toMatchObject({ ok: true, value: { path: other, writable: true } })
    expect(holder.folder()).toBe(other)
    await holder.close()
    expect(await isLocked(other)).toBe(false)
  })

  it('makes a new library where there is none yet', async () => {
    await holder.current()
    const made = join(other, '..', 'made')
    expect((await switchLibrary({ path: made, create: true }, parts)).ok).toBe(true)
    expect(await holder.current()).toMatchObject({ ok: true, value: { path: made, writable: true } })
    await holder.close()
  })

  it('is refused for a folder that is gone, and one that holds other things', async () => {
    await holder.current()
    for (const path of [join(other, 'nowhere'), join(other, 'documents', '..', '..', 'resources')])
      expect(await switchLibrary({ path, create: false }, parts)).toMatchObject({
        ok: false,
        error: { code: 'library-missing', message: expect.stringMatching(/^The library was not changed for another/u) },
      })
    expect(steps).toEqual([])
    await expectFirst()
  })

  it('asks before a library that another program has, and leaves all as it is when the reader thinks better of it', async () => {
    await holder.current()
    const theirs = await setUp.opened({ folder: other })
    expect(await switchLibrary({ path: other, create: false }, parts)).toMatchObject({ error: { code: 'cancelled' } })
    expect(steps).toEqual([expect.stringMatching(/in use by/u)])
    await theirs.close()
    await expectFirst()
  })

  it('asks before a library of a newer format, which is opened for reading', async () => {
    await holder.current()
    const path = join(other, 'library.json')
    const { checksum: _checksum, ...fields } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    await writeFile(path, JSON.stringify({ ...fields, format: 99 }))
    agrees = true
    expect((await switchLibrary({ path: other, create: false }, parts)).ok).toBe(true)
    expect(steps[0]).toMatch(/newer version of Pathmark/u)
    expect(await holder.current()).toMatchObject({ ok: true, value: { path: other, writable: false } })
    expect(await isLocked(setUp.folder)).toBe(false)
    await holder.close()
  })

  it('is not done for the library that is open, whatever its folder is called, nor while files are imported', async () => {
    await holder.current()
    const link = join(other, '..', 'link')
    await symlink(setUp.folder, link)
    expect(await switchLibrary({ path: link, create: false }, parts)).toMatchObject({
      error: { code: 'nothing-to-do' },
    })
    const importing = { ...parts, isImporting: () => true }
    expect(await switchLibrary({ path: other, create: false }, importing)).toMatchObject({
      error: { code: 'too-much' },
    })
    await expectFirst()
  })

  it('is not done when files begin to be imported while the other library is opened, and no page is shut out', async () => {
    await holder.current()
    const answers = [false, true]
    const importing = { ...parts, isImporting: () => answers.shift() ?? true }
    expect(await switchLibrary({ path: other, create: false }, importing)).toMatchObject({
      error: { code: 'too-much', message: expect.stringMatching(/not changed for another one: files are being/u) },
    })
    expect(steps).toEqual([])
    expect(await isLocked(other)).toBe(false)
    await expectFirst()
  })

  it('answers the page again with the first library when what works on that cannot be closed', async () => {
    await holder.current()
    const leave = (): Promise<void> => Promise.reject(new Error('a fault'))
    await expect(switchLibrary({ path: other, create: false }, { ...parts, leave })).rejects.toThrow('a fault')
    expect(steps).toEqual(['shut', 'open for the same', 'resumed'])
    expect(await isLocked(other)).toBe(false)
    await expectFirst()
  })

  it('loads the page anew when the other library is there, even if something fails then', async () => {
    await holder.current()
    const entered = (): Promise<void> => Promise.reject(new Error('a fault'))
    await expect(switchLibrary({ path: other, create: false }, { ...parts, entered })).rejects.toThrow('a fault')
    expect(steps).toEqual(['shut', 'left', 'reloaded', 'open for the other', 'resumed'])
    expect(await holder.current()).toMatchObject({ ok: true, value: { path: other, writable: true } })
    await holder.close()
  })

  it('goes through although the first library fails while it is closed', async () => {
    const first = await holder.current()
    if (!first.ok) throw new Error(first.error.message)
    const close = first.value.close.bind(first.value)
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    Object.assign(first.value, {
      close: async () => {
        await close()
        throw new Error('a fault')
      },
    })
    expect((await switchLibrary({ path: other, create: false }, parts)).ok).toBe(true)
    expect(steps).toContain(other)
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
    await holder.close()
  })

  it('leads out of a library that could not be opened', async () => {
    await rm(setUp.folder, { recursive: true })
    expect((await holder.current()).ok).toBe(false)
    expect((await switchLibrary({ path: other, create: false }, parts)).ok).toBe(true)
    expect(await holder.current()).toMatchObject({ ok: true, value: { path: other } })
    await holder.close()
  })
})
