import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportFileName } from '#library/exporting/export-file-name.ts'
import { writeExport } from '#library/exporting/write-export.ts'

describe('the name of an exported file', () => {
  it.each([
    ['Stem cells and neuropathic pain: six key mechanisms', 'Stem cells and neuropathic pain six key mechanisms'],
    ['../../etc/passwd', 'etc passwd'],
    ['.hidden', 'hidden'],
    ['a\u0000b\u202ec\nd\ttail. . ', 'a b c d tail'],
    ['NUL', 'NUL file'],
    ['com1.notes', 'com1 notes file'],
    ['con .md', 'con md file'],
    ['LPT¹', 'LPT¹ file'],
    ['CONOUT$', 'CONOUT$ file'],
    ['e\u0301tude', '\u00e9tude'],
    ['Console', 'Console'],
    ['Falcon', 'Falcon'],
    ['Of a falcon.b', 'Of a falcon.b'],
    ['a??b', 'a b'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['👩🏽\u200d🔬 and ❤️\u200d🔥', '👩🏽\u200d🔬 and ❤️\u200d🔥'],
    ['a\u200db \u200cc\u200d', 'a b c'],
    ['TNF-α (β) “q” 100%', 'TNF-α (β) “q” 100%'],
    ['[[x]]#y^z|w', 'x y z w'],
    ['-rf', 'rf'],
    ['///', 'Untitled'],
    ['', 'Untitled'],
    ['\ud800', 'Untitled'],
  ])('of %j is %j', (title, name) => {
    expect(exportFileName(title)).toBe(name)
  })

  it('is one that every system takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
        const name = exportFileName(title)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        // oxlint-disable-next-line no-control-regex
        expect(name).not.toMatch(/[/\\:*?"<>|\u0000-\u001f]|^[.\s]|[.\s]$|^$/)
      }),
    )
  })

  it('does not cut a character in two', () => {
    expect(exportFileName('👩‍🔬'.repeat(100))).toBe('👩‍🔬'.repeat(16))
    expect(exportFileName('é'.repeat(200))).toBe('é'.repeat(90))
  })
})

describe('writing an export', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pathmark-export-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('makes the folder and gives the path', async () => {
    const result = await writeExport(join(folder, 'new', 'place'), 'A: b', 'md', 'content')
    expect(result).toEqual({ ok: true, value: join(folder, 'new', 'place', 'A b.md') })
    expect(await readFile(join(folder, 'new', 'place', 'A b.md'), 'utf8')).toBe('content')
  })

  it('numbers a second file and leaves the first alone', async () => {
    await writeExport(folder, 'a', 'md', 'one')
    await writeFile(join(folder, 'a 2.md'), 'the reader’s own')
    expect(await writeExport(folder, 'a', 'md', 'three')).toEqual({ ok: true, value: join(folder, 'a 3.md') })
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('one')
    expect(await readFile(join(folder, 'a 2.md'), 'utf8')).toBe('the reader’s own')
  })

  it('gives each of many at once a file of its own', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => writeExport(folder, 'a', 'md', String(index))))
    const contents = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))
    expect(contents.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index))
  })

  it('gives titles that differ only in how an accent is written files of their own', async () => {
    const paths = [await writeExport(folder, '\u00e9', 'md', '1'), await writeExport(folder, 'e\u0301', 'md', '2')]
    expect(paths.map(result => result.ok && basename(result.value))).toEqual(['\u00e9.md', '\u00e9 2.md'])
  })

  it('leaves nothing but the file', async () => {
    await writeExport(folder, 'a', 'md', 'x')
    expect(await readdir(folder)).toEqual(['a.md'])
  })

  it('follows no link, not even one that leads nowhere', async () => {
    await symlink(join(folder, 'elsewhere.md'), join(folder, 'a.md'))
    expect(await writeExport(folder, 'a', 'md', 'x')).toEqual({ ok: true, value: join(folder, 'a 2.md') })
    expect(await readdir(folder)).not.toContain('elsewhere.md')
  })

  it('says what is wrong when the folder is none', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await writeExport(join(folder, 'file'), 'a', 'md', 'x')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('is a file') as string },
    })
  })
})
