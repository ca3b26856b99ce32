import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectFiles } from '#library/collecting/collect-files.ts'
import { describeCollected } from '#library/collecting/describe-collected.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-collect-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const page = '<!doctype html><title>Pain</title><article><p>IL-10 reduces it.</p></article>'

const put = async (path: string, content: string | Uint8Array = page): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
}

const collected = async (except?: string): Promise<string[]> => {
  const { files } = await collectFiles([folder], except === undefined ? {} : { except: join(folder, except) })
  return files.map(file => relative(folder, file))
}

describe('what is imported of a folder', () => {
  it('is every article in it and below, in the order in which people count', async () => {
    for (const path of ['10.html', '2.html', 'b/c/deep.htm', 'a.md', 'b/1.txt']) await put(path)
    expect(await collected()).toEqual(['2.html', '10.html', 'a.md', 'b/1.txt', 'b/c/deep.htm'])
  })

  it('is told by what is in the files', async () => {
    await put('page.data')
    await put('letter.txt', 'Mesenchymal stem cells reduce pain.')
    await put('README', 'Mesenchymal stem cells reduce pain.')
    await put('table.xml', '<?xml version="1.0"?><rows><row/></rows>')
    await put('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
    expect(await collected()).toEqual(['letter.txt', 'page.data', 'README'])
  })

  it('is also what promises to be one and is none, so that its failure is told', async () => {
    await put('broken.html', '')
    await put('broken.epub', 'PK')
    expect(await collected()).toEqual(['broken.epub', 'broken.html'])
  })

  it('is none of the parts of pages, nor what belongs to a saved one', async () => {
    await put('Pain.html')
    await put('Pain_files/frame.html')
    await put('Schmerz.htm')
    await put('Schmerz-Dateien/rahmen.html')
    await put('style.css', 'p { color: red }')
    await put('code.js', 'const pain = 1')
    await put('notes.json', '{"a": 1}')
    await put('program.py', 'print("pain")')
    expect(await collected()).toEqual(['Pain.html', 'Schmerz.htm'])
  })

  it('is in a folder that is only named like that of a saved page', async () => {
    await put('Pain_files/page.html')
    expect(await collected()).toEqual(['Pain_files/page.html'])
  })

  it('is nothing hidden, of programs, or of the library itself', async () => {
    for (const path of [
      '.git/a.html',
      'node_modules/x/readme.md',
      '.hidden.html',
      'library/documents/x/source.html',
      'a.html',
    ])
      await put(path)
    expect(await collected('library')).toEqual(['a.html'])
  })

  it('is walked once where links go in circles, and links to folders are not followed', async () => {
    await put('a/page.html')
    await symlink(folder, join(folder, 'a', 'circle'))
    await symlink(join(folder, 'a', 'page.html'), join(folder, 'linked.html'))
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.html'))
    const { files, problems } = await collectFiles([folder, join(folder, 'a')])
    expect(files.map(file => relative(folder, file))).toEqual(['a/page.html', 'linked.html'])
    expect(problems).toEqual([expect.stringMatching(/broken\.html does not exist/)])
  })

  it('is told apart from what was passed over, by its kinds', async () => {
    await put('a.html')
    for (const name of ['1.css', '2.css', '3.png', 'Makefile.am']) await put(name, 'all: pain')
    expect(describeCollected(await collectFiles([folder]))).toEqual([
      'Passed over 4 files that hold no article (2 .css, 1 .png, 1 .am).',
    ])
  })
})

describe('a file that was named', () => {
  it('is taken whatever it is called, once, also when it is not there', async () => {
    await put('.hidden.css', 'p {}')
    const paths = ['.hidden.css', 'missing.html', '.hidden.css'].map(name => join(folder, name))
    expect((await collectFiles(paths)).files).toEqual(paths.slice(0, 2))
  })
})
