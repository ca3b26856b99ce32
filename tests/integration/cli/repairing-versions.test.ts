import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStored, writeStored } from '../store/stored-file.ts'
import { firstCopy, markedWords, secondCopy } from '../library/two-copies.ts'
import type { TestLibrary } from './command-line.ts'
import { useCommandLine } from './command-line.ts'
import { sound, useChecks } from './library-checks.ts'

const pathmark = useCommandLine()
const { check } = useChecks(pathmark)

/** A library in which one marked article was updated. */
const updated = async (): Promise<TestLibrary> => {
  const { folder } = await pathmark.library()
  const [first, second] = [await pathmark.fresh('first.html'), await pathmark.fresh('second.html')]
  await writeFile(first, firstCopy)
  await writeFile(second, secondCopy)
  const [imported] = (await pathmark.json(['import', first, '--library', folder])) as { id: string }[]
  const id = imported?.id ?? ''
  await pathmark.json(['annotate', id, '--quote', markedWords.moved, '--library', folder])
  await pathmark.json(['import', '--update', id, second, '--library', folder])
  return { folder, id, file: name => join(folder, 'documents', id, name) }
}

/** The text that is read once the update was taken back, and the words that are marked in it. */
const takenBack = async ({ folder, id }: TestLibrary): Promise<{ text: string; marked: unknown }> => {
  await pathmark.json(['undo-update', id, '--library', folder])
  const { text } = (await pathmark.json(['show', id, '--library', folder])) as { text: string }
  const [annotation] = (await pathmark.json(['annotations', id, '--library', folder])) as {
    target: { selector: { exact?: string }[] }
  }[]
  return { text, marked: annotation?.target.selector[0]?.exact }
}

/** Damages one file only, whatever other names its bytes have. */
const damage = async (path: string): Promise<void> => {
  await rm(path)
  await writeFile(path, 'nonsense')
}

describe('check --repair of what the versions of an article keep', () => {
  test.each([
    ['the article before the update', 'versions/1/article.json'],
    ['its content', 'versions/1/article.html'],
    ['what was found in it', 'versions/1/mechanisms.json'],
    ['the article that is read now', 'versions/2/article.html'],
  ])('makes %s again, so that the update can still be taken back', async (_what, name) => {
    const library = await updated()
    await damage(library.file(name))
    expect((await check(library)).problems).toMatchObject([
      { path: `documents/${library.id}/${name}`, repaired: false },
    ])
    const repaired = await check(library, '--repair')
    expect(repaired.problems[0]).toMatchObject({ path: `documents/${library.id}/${name}` })
    expect(await check(library)).toEqual(sound)
    const { text, marked } = await takenBack(library)
    expect(text).toContain(markedWords.deleted)
    expect(marked).toBe(markedWords.moved)
  })

  test('says that a report is lost, and lets the update be taken back all the same', async () => {
    const library = await updated()
    await damage(library.file('versions/2/report.json'))
    const { status, problems } = await check(library, '--repair')
    expect(status).toBe(1)
    expect(problems).toMatchObject([{ problem: expect.stringContaining('not known any more') as string }])
    expect(await check(library)).toEqual(sound)
    expect((await takenBack(library)).marked).toBe(markedWords.moved)
  })

  test('keeps every mark that can be read in damaged notes of the version before', async () => {
    const library = await updated()
    const path = library.file('versions/1/notes.json')
    const notes = await readStored<{ annotations: object[] }>(path)
    await rm(path)
    await writeStored(path, { ...notes, annotations: [...notes.annotations, { id: 7 }] })
    expect((await check(library, '--repair')).problems).toMatchObject([
      { problem: expect.stringContaining('annotations: 1') as string },
    ])
    expect(await check(library)).toEqual(sound)
    expect((await takenBack(library)).marked).toBe(markedWords.moved)
  })

  test('makes a list of versions again that is gone', async () => {
    const library = await updated()
    await rm(library.file('versions.json'))
    await rm(library.file('versions.json.previous'), { force: true })
    expect((await check(library, '--repair')).problems).toMatchObject([
      { path: `documents/${library.id}/versions.json`, repaired: true },
    ])
    expect(await check(library)).toEqual(sound)
    expect((await takenBack(library)).text).toContain(markedWords.deleted)
  })

  test('knows the folders of an update that was interrupted before it counted, and moves them to the trash', async () => {
    const library = await updated()
    await cp(library.file('versions/2'), library.file('versions/3'), { recursive: true })
    const path = `documents/${library.id}/versions/3`
    expect((await check(library)).problems).toMatchObject([{ path, repaired: false }])
    expect((await check(library, '--repair')).problems).toMatchObject([{ path, repaired: true }])
    const trash = await readdir(join(library.folder, 'trash'), { recursive: true })
    expect(trash.some(name => name.endsWith('versions/3/article.json'))).toBe(true)
    expect(await check(library)).toEqual(sound)
  })

  test('also of the first update, which leaves no list', async () => {
    const library = await updated()
    await pathmark.json(['undo-update', library.id, '--library', library.folder])
    await rm(library.file('versions.json'))
    await rm(library.file('versions.json.previous'), { force: true })
    expect((await check(library, '--repair')).problems.map(({ path }) => path.split('/').slice(2).join('/'))).toEqual(
      expect.arrayContaining(['versions/1', 'versions/2']),
    )
    expect(await check(library)).toEqual(sound)
    expect(await pathmark.json(['show', library.id, '--library', library.folder])).toMatchObject({
      text: expect.stringContaining(markedWords.deleted) as string,
    })
  })
})
