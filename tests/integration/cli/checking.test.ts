import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewer, readStored, writeStored } from '../store/stored-file.ts'
import { failureOf, useCommandLine } from './command-line.ts'
import { snapshot, sound, useChecks } from './library-checks.ts'

const pathmark = useCommandLine()
const { check, markedLibrary } = useChecks(pathmark)

describe('check', () => {
  test('finds nothing amiss in a library that is in use', async () => {
    const library = await markedLibrary()
    expect(await check(library)).toEqual(sound)
    const { stdout } = await pathmark.run(['check', '--library', library.folder])
    expect(stdout).toBe(`Every file of the library in ${library.folder} is as it should be.\n`)
  })

  test.each([
    ['library.json', 'library.json'],
    ['article.json', 'documents/ID/article.json'],
    ['article.html', 'documents/ID/article.html'],
    ['source.html', 'documents/ID/source.html'],
    ['notes.json', 'documents/ID/notes.json'],
    ['mechanisms.json', 'documents/ID/mechanisms.json'],
  ])('tells a damaged or missing %s, and changes nothing', async (name, path) => {
    const library = await markedLibrary()
    const file = name === 'library.json' ? join(library.folder, name) : library.file(name)
    for (const damage of ['truncated', 'missing'] as const) {
      if (damage === 'truncated') await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200))
      else await rm(file)
      const before = await snapshot(library.folder)
      const { status, ok, problems } = await check(library)
      expect({ status, ok }).toEqual({ status: 1, ok: false })
      const problem = expect.stringContaining(damage === 'missing' ? 'missing' : 'damaged') as string
      expect(problems).toEqual([{ path: path.replace('ID', library.id), problem, repaired: false }])
      expect(await snapshot(library.folder)).toEqual(before)
    }
  })

  test('sees one changed character of an article', async () => {
    const library = await pathmark.library()
    const html = await readFile(library.file('article.html'), 'utf8')
    await writeFile(library.file('article.html'), html.replace('nerve cells', 'nerve sells'))
    expect((await check(library)).problems).toMatchObject([{ path: `documents/${library.id}/article.html` }])
    const article = await readStored<{ text: string }>(library.file('article.json'))
    await writeFile(library.file('article.html'), html)
    await writeStored(library.file('article.json'), { ...article, text: article.text.replace('nerve', 'verve') })
    expect((await check(library)).problems.map(({ path }) => path)).toContain(`documents/${library.id}/article.json`)
  })

  test('tells people what is wrong and what to do', async () => {
    const library = await markedLibrary()
    await writeFile(library.file('notes.json'), '')
    const { status, stdout, stderr } = await pathmark.run(['check', '--library', library.folder])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain(`problem   documents/${library.id}/notes.json: damaged: it is empty\n`)
    expect(stdout).toContain('“pathmark check --repair” restores what can be restored')
  })

  test('leaves a library of a newer version alone', async () => {
    const library = await pathmark.library()
    const index = join(library.folder, 'library.json')
    await makeNewer(index)
    const before = await snapshot(library.folder)
    expect(await check(library, '--repair')).toMatchObject({
      status: 1,
      problems: [
        { path: 'library.json', problem: expect.stringContaining('newer version') as string, repaired: false },
      ],
    })
    expect(await snapshot(library.folder)).toEqual(before)
  })

  test('does not take a folder of other files for a library', async () => {
    const folder = await pathmark.fresh('.')
    await writeFile(join(folder, 'novel.txt'), '')
    expect(failureOf(await pathmark.run(['check', '--repair', '--library', folder]))).toMatch('There is no library')
  })
})
