import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstCopy, secondCopy } from '../library/two-copies.ts'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const prepare = async () => {
  const { folder, id: bundled } = await pathmark.library()
  const file = await pathmark.fresh('first.html')
  await writeFile(file, firstCopy)
  const [imported] = (await pathmark.json(['import', file, '--library', folder])) as { id: string }[]
  return { folder, bundled, id: imported?.id ?? '' }
}

const cite = (folder: string, id: string, ...args: string[]) =>
  pathmark.json(['cite', id, ...args, '--library', folder])

describe('what the reader corrects in a citation', () => {
  test('is in the list and in every export, outlives an update of the article, and is taken back', async () => {
    const { folder, id } = await prepare()
    const changes = ['title=A better title', 'authors=Doe, Jane; Nerve Group', 'journal=Pain', 'doi=doi:10.1000/182']
    const sets = changes.flatMap(change => ['--set', change])
    expect(await cite(folder, id, ...sets, '--set', 'published=2024-03')).toMatchObject({
      key: 'doe2024better',
      text: expect.stringMatching(
        /^Doe J, Nerve Group\. A better title\. Pain\. 2024 Mar\. doi:10\.1000\/182\./u,
      ) as string,
      corrected: { doi: '10.1000/182', authors: ['Doe, Jane', 'Nerve Group'] },
    })

    const second = await pathmark.fresh('second.html')
    await writeFile(second, secondCopy)
    await pathmark.json(['import', '--update', id, second, '--library', folder])
    const listed = (await pathmark.json(['list', '--library', folder])) as { id: string; title: string }[]
    expect(listed.find(entry => entry.id === id)?.title).toBe('A better title')
    expect(await pathmark.json(['show', id, '--library', folder])).toMatchObject({
      metadata: { title: 'A better title', journal: 'Pain', publisher: 'Pain', authors: ['Jane Doe', 'Nerve Group'] },
    })
    expect(await pathmark.json(['check', '--library', folder])).toEqual({ ok: true, problems: [] })

    const out = await pathmark.fresh('out')
    await pathmark.json(['export', id, '--format', 'md', '--out', out, '--library', folder])
    const markdown = await readFile(join(out, 'A better title.md'), 'utf8')
    expect(markdown).toContain('\ncitekey: doe2024better\n')
    expect(markdown).toContain('\ndoi: 10.1000/182\n')
    expect(markdown).toContain('\nyear: 2024\n')

    const back = (await cite(folder, id, '--unset', 'title', '--unset', 'journal')) as {
      corrected: object
      text: string
    }
    expect(Object.keys(back.corrected)).toEqual(['authors', 'published', 'doi'])
    expect(back.text).not.toContain('A better title')
  })

  test('is refused in one line a field, and then nothing is kept', async () => {
    const { folder, id } = await prepare()
    const sets = ['doi=x', 'published=2024-02-30', 'volume=3'].flatMap(change => ['--set', change])
    const refused = await pathmark.run(['cite', id, '--library', folder, ...sets])
    expect(refused.status).toBe(1)
    expect(refused.stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('published: The date'),
      expect.stringContaining('doi: That is no DOI'),
    ])
    expect(await cite(folder, id)).toMatchObject({ corrected: {} })
    const misused = await pathmark.run(['cite', id, '--library', folder, '--set', 'colour=red'])
    expect(misused.status).toBe(2)
    expect(misused.stderr).toContain('There is no field “colour”')
  })

  test('is printed as text, BibTeX or CSL JSON, and keeps odd characters in their place', async () => {
    const { folder, id } = await prepare()
    const title = 'title=50% of {TNF-α} & $x_1$ “quoted”'
    await cite(
      folder,
      id,
      '--set',
      title,
      '--set',
      'authors=Müller, Jörg',
      '--set',
      'published=2024',
      '--set',
      'key=mine',
    )
    const print = async (format: string): Promise<string> =>
      (await pathmark.run(['cite', id, '--format', format, '--library', folder])).stdout
    expect(await print('text')).toMatch(/^Müller J\. 50% of \{TNF-α\} & \$x_1\$ “quoted”\. /u)
    expect(JSON.parse(await print('csl'))).toMatchObject([
      { id: 'mine', title: '50% of {TNF-α} & $x_1$ “quoted”', author: [{ family: 'Müller', given: 'Jörg' }] },
    ])
    const bibtex = await print('bibtex')
    expect(bibtex).toMatch(/^@\w+\{mine,\n/u)
    expect(bibtex).toContain('author = {M{\\"u}ller, J{\\"o}rg}')
    expect(bibtex).toContain('title = {50{\\%} of {{\\textbraceleft}TNF-{$\\alpha$}{\\textbraceright}} {\\&}')
    expect(await pathmark.run(['cite', id, '--format', 'ris', '--library', folder])).toMatchObject({ status: 2 })
    const unknown = await pathmark.run(['cite', 'no-such-article', '--library', folder])
    expect(unknown).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^pathmark: [^\n]+\n$/u) as string,
    })
  })

  test('in two copies of a library is united field by field', async () => {
    const [here, there] = [await pathmark.library(), await pathmark.library()]
    await cite(here.folder, here.id, '--set', 'volume=3')
    await cite(here.folder, here.id, '--set', 'doi=10.1000/182')
    await cite(there.folder, there.id, '--set', 'issue=4')
    await pathmark.json(['unite', there.folder, '--library', here.folder])
    expect(await cite(here.folder, here.id)).toMatchObject({
      corrected: { volume: '3', doi: '10.1000/182', issue: '4' },
    })
  })
})

describe('citations of the whole library', () => {
  test('go into one file, each under a key of its own', async () => {
    const { folder, bundled, id } = await prepare()
    await cite(folder, id, '--set', 'title=Stem cells again')
    const out = await pathmark.fresh('out')
    for (const format of ['bibtex', 'csljson'])
      await pathmark.json(['export', '--all', '--format', format, '--out', out, '--library', folder])
    expect((await readdir(out)).toSorted()).toEqual(['Library.bib', 'Library.json'])
    const items = JSON.parse(await readFile(join(out, 'Library.json'), 'utf8')) as { id: string }[]
    expect(items).toHaveLength(2)
    const keys = items.map(item => item.id)
    expect(new Set(keys).size).toBe(2)
    const bibtex = await readFile(join(out, 'Library.bib'), 'utf8')
    expect([...bibtex.matchAll(/^@\w+\{(.+),$/gmu)].map(([, key]) => key)).toEqual(keys)
    expect(await cite(folder, bundled)).toMatchObject({ key: keys[0] })
    const { stdout } = await pathmark.run(['cite', bundled, '--format', 'bibtex', '--library', folder])
    expect(bibtex).toContain(stdout.trimEnd())
  })
})
