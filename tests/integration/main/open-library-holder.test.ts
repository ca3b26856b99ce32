import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { entryOf, holdLibrary } from '../../../src/main/open-library-holder.ts'
import { onlyDocument, setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

let setUp: LibrarySetUp
let options: Parameters<typeof holdLibrary>[0]
beforeEach(async () => {
  const root = await newFolder()
  setUp = await setUpLibrary(root)
  options = {
    folder: setUp.folder,
    create: false,
    write: true,
    resources: join(root, 'resources'),
    program: 'Pathmark 0.1.0',
    now: () => '2026-11-22T10:00:00.000Z',
    newId: () => crypto.randomUUID(),
  }
})

describe('the library that the window shows', () => {
  it('is made when the reader says so, once', async () => {
    const holder = holdLibrary(options)
    expect(await holder.current()).toMatchObject({ ok: false, error: { code: 'library-missing' } })
    const [made, again] = await Promise.all([holder.create(), holder.create()])
    expect(made).toMatchObject({ ok: true, value: { writable: true } })
    expect(again).toBe(made)
    if (!made.ok) return
    expect(entryOf(made.value, onlyDocument(made.value)).ok).toBe(true)
    expect(entryOf(made.value, 'no-such-article')).toMatchObject({ ok: false, error: { code: 'document-unknown' } })
    await holder.close()
    expect(await holder.current()).toMatchObject({ ok: false, error: { code: 'library-missing' } })
  })

  it('can be written once the program that had it has let go, and calls meanwhile wait for that', async () => {
    const other = await setUp.opened()
    const holder = holdLibrary(options)
    const busy = await holder.current()
    expect(busy).toMatchObject({ ok: true, value: { writable: false } })
    expect(await holder.reopen()).toMatchObject({ ok: true, value: { writable: false } })
    await other.close()
    const reopening = holder.reopen()
    const asked = holder.current()
    expect(await reopening).toMatchObject({ ok: true, value: { writable: true } })
    expect(await asked).toBe(await reopening)
    expect(await holder.reopen()).toBe(await reopening)
    await holder.close()
  })

  it('leaves none open when it is closed while libraries change places', async () => {
    await (await setUp.opened()).close()
    const other = join(setUp.folder, '..', 'other')
    const holder = holdLibrary(options)
    await holder.current()
    const steps: string[] = []
    const changing = holder.change(
      { folder: other, create: true },
      {
        mayRead: async () => true,
        leave: async () => {
          steps.push('left')
          return { ok: true, value: null }
        },
        entered: async ({ path }) => void steps.push(path),
      },
    )
    const reopening = holder.reopen()
    await holder.close(async () => void steps.push('closing'))
    expect(steps).toEqual(['left', other, 'closing'])
    expect(await changing).toMatchObject({ ok: true, value: { path: other } })
    expect(await reopening).toBe(await changing)
    for (const folder of [setUp.folder, other]) expect(await readdir(folder)).not.toContain('library.lock')
    expect(await holder.current()).toMatchObject({ ok: false, error: { code: 'library-missing' } })
  })
})
