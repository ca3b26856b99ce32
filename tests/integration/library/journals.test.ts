import { cp, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { annotationAt, makeLargeLibrary } from '../../bench/keeping/large-library.ts'
import type { LargeLibrary } from '../../bench/keeping/large-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

const MANY = 400
let root = ''
let large: LargeLibrary
let id = ''

beforeEach(async () => {
  root = await newFolder()
  large = await makeLargeLibrary(root, 1, MANY)
  id = large.ids[0] ?? ''
})

const file = (name: string) => join(large.folder, 'documents', id, name)
const mark = async (library: OpenLibrary, at: number) => {
  const annotation = annotationAt(large.article, MANY + at)
  expect(await library.saveNotes(id, [annotation], null)).toEqual({ ok: true, value: null })
  return annotation.id
}
const markedIds = async (library: OpenLibrary) => {
  const notes = await library.readNotes(id)
  return notes.ok ? notes.value.annotations.map(annotation => annotation.id) : []
}
/** Leaves the library's folder as a program does that is killed. */
const abandon = async (library: OpenLibrary) => {
  const killed = join(root, 'killed')
  // What is being written at this moment would be gone before it is copied.
  await cp(large.folder, killed, { recursive: true, filter: name => !name.endsWith('.tmp') })
  await library.close()
  await rm(large.folder, { recursive: true })
  await rename(killed, large.folder)
  await rm(join(large.folder, 'library.lock'))
}

const check = async (repair: boolean) => {
  const checked = await checkLibrary({
    folder: large.folder,
    repair,
    resources: join(root, 'resources'),
    program: 'pathmark 0.1.0',
    now: () => '2026-11-23T12:00:00.000Z',
  })
  if (!checked.ok) throw new Error(checked.error.message)
  return checked.value
}

it('one annotation among many is a short line, and is there after the program was killed', async () => {
  const library = await large.opened()
  const before = await stat(file('notes.json'))
  const added = [await mark(library, 0), await mark(library, 1)]
  expect((await stat(file('notes.json'))).mtimeMs).toBe(before.mtimeMs)
  expect((await stat(file('notes.journal.jsonl'))).size).toBeLessThan(before.size / 100)
  await abandon(library)
  const again = await large.opened()
  expect(await markedIds(again)).toEqual(expect.arrayContaining(added))
  expect(await markedIds(again)).toHaveLength(MANY + 2)
  expect(again.warnings).toEqual([])
  await again.close()
})

it('closing a library leaves all notes in their file', async () => {
  const library = await large.opened()
  const added = await mark(library, 0)
  await library.close()
  expect(await readFile(file('notes.json'), 'utf8')).toContain(added)
  expect(await readdir(join(file('notes.json'), '..'))).not.toContain('notes.journal.jsonl')
})

it('an article with a journal is updated, and taken back, with all its notes', async () => {
  const library = await large.opened()
  const added = await mark(library, 0)
  const newer = join(root, 'newer.html')
  const page = await readFile(file('source.html'), 'utf8')
  await writeFile(newer, page.replace('</article>', '<p>A sentence that only the newer copy has.</p></article>'))
  expect(await library.updateFile(id, newer)).toMatchObject({ ok: true, value: { status: 'updated' } })
  const second = await mark(library, 1)
  expect(await library.undoUpdate(id)).toMatchObject({ ok: true })
  const ids = await markedIds(library)
  expect(ids).toEqual(expect.arrayContaining([added, second]))
  await library.close()
  expect(await check(false)).toEqual({ ok: true, problems: [] })
})

describe('checking', () => {
  it('finds nothing amiss with a journal', async () => {
    const library = await large.opened()
    await mark(library, 0)
    expect(await check(false)).toEqual({ ok: true, problems: [] })
    await library.close()
  })

  it('tells of a journal with a damaged line, and keeps it when it repairs', async () => {
    const library = await large.opened()
    const [first, second] = [await mark(library, 0), await mark(library, 1)]
    await abandon(library)
    const journal = await readFile(file('notes.journal.jsonl'), 'utf8')
    await writeFile(file('notes.journal.jsonl'), journal.replace(first, first.toUpperCase()))
    const path = `documents/${id}/notes.journal.jsonl`
    expect((await check(false)).problems).toContainEqual({
      path,
      problem: 'damaged: some changes in it cannot be read and are missing',
      repaired: false,
    })
    expect((await check(true)).problems).toContainEqual({
      path,
      problem: expect.stringMatching(/are missing; it is kept as notes\.journal\.jsonl\.damaged-/u),
      repaired: false,
    })
    expect(await check(false)).toEqual({ ok: true, problems: [] })
    const again = await large.opened()
    expect(await markedIds(again)).toContain(second)
    await again.close()
  })

  it('tells of a journal that was taken in and is cut off, and keeps it when it repairs', async () => {
    const library = await large.opened()
    const marked = await mark(library, 0)
    await library.close()
    const path = `documents/${id}/notes.journal.jsonl.previous`
    await truncate(file('notes.journal.jsonl.previous'), 40)
    const problem = 'damaged; nothing is missing, the file itself is whole'
    expect((await check(false)).problems).toEqual([{ path, problem, repaired: false }])
    const kept = expect.stringMatching(
      /^damaged; nothing is missing.*kept as notes\.journal\.jsonl\.previous\.damaged-/u,
    )
    expect(await check(true)).toEqual({ ok: true, problems: [{ path, problem: kept, repaired: true }] })
    expect(await check(false)).toEqual({ ok: true, problems: [] })
    const again = await large.opened()
    expect(await markedIds(again)).toContain(marked)
    await again.close()
  })

  it('does not say that all is there when a journal is damaged together with the file', async () => {
    const library = await large.opened()
    const first = await mark(library, 0)
    await library.close()
    const again = await large.opened()
    const second = await mark(again, 1)
    await abandon(again)
    const journal = file('notes.journal.jsonl.previous')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace(first, first.toUpperCase()))
    await writeFile(file('notes.json'), 'nonsense')
    expect(await check(true)).toMatchObject({
      ok: false,
      problems: [
        // The words depend on whether the index knew of the second mark already.
        {
          problem: expect.stringMatching(
            /(?:the others are missing|the rest may be lost).*; what was damaged is kept as .* and .*jsonl/u,
          ),
        },
      ],
    })
    expect(await check(false)).toEqual({ ok: true, problems: [] })
    const repaired = await large.opened()
    expect(repaired.warnings).toEqual([])
    expect(await markedIds(repaired)).toContain(second)
    await repaired.close()
  })

  it('makes a damaged file whole from the version before and the journals', async () => {
    const library = await large.opened()
    await mark(library, 0)
    await library.close()
    const again = await large.opened()
    await mark(again, 1)
    await abandon(again)
    await writeFile(file('notes.json'), 'nonsense')
    expect((await check(true)).problems).toMatchObject([
      { path: `documents/${id}/notes.json`, problem: expect.stringContaining('none is missing'), repaired: true },
    ])
    const last = await large.opened()
    expect(await markedIds(last)).toHaveLength(MANY + 2)
    await last.close()
  })

  it('tells of a version before that could not take the place of a file that is whole', async () => {
    const library = await large.opened()
    await mark(library, 0)
    await library.close()
    await writeFile(file('notes.json.previous'), '')
    const path = `documents/${id}/notes.json.previous`
    expect((await check(false)).problems).toEqual([
      { path, problem: 'damaged: it is empty; the file itself is whole', repaired: false },
    ])
    expect((await check(true)).problems).toMatchObject([{ path, repaired: true }])
    expect(await check(false)).toEqual({ ok: true, problems: [] })
  })
})
