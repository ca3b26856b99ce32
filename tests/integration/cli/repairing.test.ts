import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStored, writeStored } from '../store/stored-file.ts'
import { lockLibrary } from '../../../src/library/library-lock.ts'
import { failureOf, useCommandLine } from './command-line.ts'
import { firstQuote, lastQuote, sound, useChecks } from './library-checks.ts'

const pathmark = useCommandLine()
const { check, markedLibrary, quotesKept } = useChecks(pathmark)

const damagedCopies = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter(name => name.includes('.damaged-'))

describe('check --repair', () => {
  test('puts the version before the last change of notes back, keeps what was damaged, and says what is lost', async () => {
    const library = await markedLibrary()
    const damaged = '{"format": 1, "annotations": ['
    await writeFile(library.file('notes.json'), damaged)
    const { status, problems } = await check(library, '--repair')
    const path = `documents/${library.id}/notes.json`
    expect(status).toBe(1)
    expect(problems.filter(problem => problem.path === path)).toEqual([
      {
        path,
        problem: expect.stringMatching(/was kept .* lost \(1 of 2 annotations\).*as notes\.json\.damaged-/) as string,
        repaired: false,
      },
    ])
    const [copy = ''] = await damagedCopies(library.file('.'))
    expect(await readFile(library.file(copy), 'utf8')).toBe(damaged)
    expect(await quotesKept(library)).toEqual([firstQuote])
    expect(await check(library)).toEqual(sound)
  })

  test('takes what can be read out of notes of which no version is whole, and says that others may be lost', async () => {
    const library = await markedLibrary()
    const notes = await readStored<{ annotations: object[] }>(library.file('notes.json'))
    const [first, second] = notes.annotations
    await writeStored(library.file('notes.json'), { ...notes, annotations: [{ ...first, created: 7 }, second] })
    await writeFile(library.file('notes.json.previous'), '\0\0\0')
    const { status, ok, problems } = await check(library, '--repair')
    expect({ status, ok }).toEqual({ status: 1, ok: false })
    expect(problems.find(({ path }) => path.endsWith('notes.json'))).toMatchObject({
      repaired: false,
      problem: expect.stringContaining('the rest may be lost') as string,
    })
    expect(await quotesKept(library)).toEqual([lastQuote])
    expect(await damagedCopies(library.file('.'))).toHaveLength(2)
    expect(await check(library)).toEqual(sound)
  })

  test.each([['article.json'], ['article.html'], ['article.json', 'article.html']])(
    'makes %s again from the file that came in',
    async (...names) => {
      const library = await markedLibrary()
      const whole = await Promise.all(names.map(name => readFile(library.file(name), 'utf8')))
      for (const name of names) await writeFile(library.file(name), 'nonsense')
      const { status, problems } = await check(library, '--repair')
      expect(status).toBe(0)
      expect(problems).toEqual(
        names.toSorted().map(name => ({
          path: `documents/${library.id}/${name}`,
          problem: expect.stringContaining('made again') as string,
          repaired: true,
        })),
      )
      // The name under which the file came in stood only in article.json.
      const restored = await Promise.all(names.map(name => readFile(library.file(name), 'utf8')))
      const withoutName = (text: string): string => text.replaceAll(/"(fileName|checksum)": ".*"/g, '"$1": …')
      expect(restored.map(withoutName)).toEqual(whole.map(withoutName))
      expect(await quotesKept(library)).toHaveLength(2)
      expect(await check(library)).toEqual(sound)
    },
  )

  test('cannot make an article again whose source is damaged too, and leaves it as it is', async () => {
    const library = await pathmark.library()
    await writeFile(library.file('article.html'), 'nonsense')
    await writeFile(library.file('source.html'), 'nonsense')
    const { status, problems } = await check(library, '--repair')
    expect(status).toBe(1)
    expect(problems.map(({ path, repaired }) => [path.split('/').at(-1), repaired])).toEqual([
      ['article.html', false],
      ['source.html', false],
    ])
    expect(await readFile(library.file('article.html'), 'utf8')).toBe('nonsense')
  })

  test('finds mechanisms again', async () => {
    const library = await pathmark.library()
    const before = await pathmark.json(['mechanisms', library.id, '--library', library.folder])
    await writeFile(library.file('mechanisms.json'), 'nonsense')
    expect(failureOf(await pathmark.run(['mechanisms', library.id, '--library', library.folder]))).toMatch(
      'pathmark check --repair',
    )
    expect(await check(library, '--repair')).toMatchObject({ status: 0, ok: true, problems: [{ repaired: true }] })
    expect(await pathmark.json(['mechanisms', library.id, '--library', library.folder])).toEqual(before)
    expect(await check(library)).toEqual(sound)
  })

  test("keeps the reader's changes to cards that can be read", async () => {
    const library = await pathmark.library()
    const kept = await readStored<{
      found: { mechanisms: { id: string }[] }
    }>(library.file('mechanisms.json'))
    const time = '2026-01-01T00:00:00.000Z'
    const rejection = {
      id: '0b8f4a52-6a3b-4f0e-9d43-6f6f0f6a1c11',
      created: time,
      modified: time,
      version: 1,
      decision: 'rejected',
      card: kept.found.mechanisms[0]?.id,
    }
    await writeStored(library.file('mechanisms.json'), { ...kept, found: 'nonsense', cards: [rejection] })
    expect(await check(library, '--repair')).toMatchObject({ status: 0 })
    const report = (await pathmark.json(['mechanisms', library.id, '--library', library.folder])) as {
      mechanisms: object[]
    }
    expect(report.mechanisms).toHaveLength(5)
    expect(await check(library)).toEqual(sound)
  })

  test('makes the index again from the documents', async () => {
    const library = await markedLibrary()
    await writeFile(join(library.folder, 'library.json'), 'nonsense')
    await writeFile(join(library.folder, 'library.json.previous'), 'nonsense')
    expect(await check(library, '--repair')).toMatchObject({
      status: 0,
      problems: [{ path: 'library.json', repaired: true }],
    })
    expect(await pathmark.json(['list', '--library', library.folder])).toMatchObject([
      { id: library.id, annotations: 2, mechanisms: 6 },
    ])
    expect(await check(library)).toEqual(sound)
  })

  test('brings the index in line with the folders', async () => {
    const library = await markedLibrary()
    const index = join(library.folder, 'library.json')
    const kept = await readStored<{ documents: object[] }>(index)
    const [entry] = kept.documents
    await writeStored(index, {
      ...kept,
      documents: [
        { ...entry, annotations: 7 },
        { ...entry, id: 'gone-for-good' },
      ],
    })
    expect((await check(library)).problems).toEqual([
      {
        path: 'documents/gone-for-good',
        problem: 'listed in library.json, but its folder is not there',
        repaired: false,
      },
      { path: 'library.json', problem: expect.stringContaining('(annotations)') as string, repaired: false },
    ])
    expect(await check(library, '--repair')).toMatchObject({ status: 0, ok: true })
    await writeStored(index, { ...kept, documents: [] })
    expect(await check(library, '--repair')).toMatchObject({
      status: 0,
      problems: [{ path: `documents/${library.id}`, repaired: true }],
    })
    expect(await pathmark.json(['list', '--library', library.folder])).toMatchObject([
      { id: library.id, annotations: 2 },
    ])
    expect(await check(library)).toEqual(sound)
  })

  test('moves what interrupted writes left into the trash', async () => {
    const library = await pathmark.library()
    const name = 'notes.json.4f9b0f3e-1a2b-4c3d-8e9f-001122334455.tmp'
    await writeFile(library.file(name), 'typed last')
    expect((await check(library)).problems).toMatchObject([
      { path: `documents/${library.id}/${name}`, repaired: false },
    ])
    expect(await check(library, '--repair')).toMatchObject({ status: 0, problems: [{ repaired: true }] })
    const trash = await readdir(join(library.folder, 'trash'), { recursive: true })
    const moved = trash.find(path => path.endsWith(name)) ?? ''
    expect(await readFile(join(library.folder, 'trash', moved), 'utf8')).toBe('typed last')
    expect(await check(library)).toEqual(sound)
  })

  test('waits for no window: it says who has the library open, and changes nothing', async () => {
    const library = await pathmark.library()
    await writeFile(library.file('notes.json'), 'nonsense')
    const path = join(library.folder, 'library.lock')
    const outcome = await lockLibrary({ path, program: 'Pathmark (a window)', now: () => new Date().toISOString() })
    if (outcome.state !== 'held') throw new Error('The test could not take the lock.')
    try {
      expect(failureOf(await pathmark.run(['check', '--repair', '--library', library.folder]))).toMatch(
        /in use by Pathmark \(a window\)/,
      )
    } finally {
      await outcome.lock.release()
    }
    expect(await readFile(library.file('notes.json'), 'utf8')).toBe('nonsense')
  })

  test('says when a document is beyond repair, and repairs the others', async () => {
    const library = await pathmark.library()
    await rename(library.file('article.json'), library.file('elsewhere.json'))
    await rm(library.file('source.html'))
    await writeFile(library.file('notes.json'), 'nonsense')
    const { status, problems } = await check(library, '--repair')
    expect(status).toBe(1)
    expect(problems.map(({ path, repaired }) => [path.split('/').at(-1), repaired])).toEqual([
      ['article.json', false],
      ['notes.json', true],
      ['source.html', false],
    ])
  })
})
