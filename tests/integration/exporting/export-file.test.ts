import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isTaken, writeExportTo, writeFreshFile } from '#library/exporting/export-file.ts'
import { realDisk } from '#library/store/disk.ts'
import type { Disk } from '#library/store/disk.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-export-'))
  path = join(folder, 'notes.md')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const refused = (code: string): Error => Object.assign(new Error(code), { code })
const written = { ok: true, value: { written: true } }

describe('an export to a place that the reader chose', () => {
  it('is written where nothing is', async () => {
    expect(await writeExportTo(path, 'text', { replace: false })).toEqual(written)
    expect(await readFile(path, 'utf8')).toBe('text')
    expect(await readdir(folder)).toEqual(['notes.md'])
  })

  it('does not write over a file until that is allowed, and then keeps its permissions', async () => {
    await writeFile(path, 'the reader’s own')
    await chmod(path, 0o600)
    expect(await writeExportTo(path, 'text', { replace: false })).toEqual({ ok: true, value: { written: false } })
    expect(await readFile(path, 'utf8')).toBe('the reader’s own')
    expect(await writeExportTo(path, 'text', { replace: true })).toEqual(written)
    expect(await readFile(path, 'utf8')).toBe('text')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['notes.md'])
  })

  it('neither follows nor replaces a link, even when allowed to replace a file', async () => {
    const elsewhere = join(folder, 'elsewhere')
    await writeFile(elsewhere, 'secret')
    for (const target of [elsewhere, join(folder, 'nowhere')]) {
      await symlink(target, path)
      const result = await writeExportTo(path, 'text', { replace: true })
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'not-writable', message: expect.stringMatching(/is a link.*another name/) as string },
      })
      expect(await readlink(path)).toBe(target)
      await rm(path)
    }
    expect(await readFile(elsewhere, 'utf8')).toBe('secret')
    expect(await readdir(folder)).toEqual(['elsewhere'])
  })

  it('replaces the name and not what other names of the same file hold', async () => {
    await writeFile(path, 'old')
    await link(path, join(folder, 'other name'))
    await writeExportTo(path, 'new', { replace: true })
    expect(await readFile(join(folder, 'other name'), 'utf8')).toBe('old')
  })

  it('does not take the place of a folder', async () => {
    await mkdir(path)
    expect(await writeExportTo(path, 'text', { replace: true })).toEqual({
      ok: false,
      error: {
        code: 'not-writable',
        message: '“notes.md” is not a file. Nothing was written; choose another name.',
      },
    })
    expect((await lstat(path)).isDirectory()).toBe(true)
  })

  it('says so when the folder is gone', async () => {
    expect(await writeExportTo(join(folder, 'gone', 'a.md'), 'text', { replace: false })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/folder.*gone/) as string },
    })
  })
})

describe('a file that is written where nothing is', () => {
  it.each([
    ['link', false],
    ['rename', true],
  ] as const)('leaves nothing behind when the disk refuses to %s it', async (step, replace) => {
    if (replace) await writeFile(path, 'old')
    const broken: Disk = { ...realDisk, [step]: () => Promise.reject(refused('EIO')) }
    const before = await readdir(folder)
    expect(await writeExportTo(path, 'text', { replace, disk: broken })).toMatchObject({ ok: false })
    expect(await readdir(folder)).toEqual(before)
  })

  it('is written once, by one of many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => writeFreshFile(path, String(index))))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await readFile(path, 'utf8')).toBe(String(outcomes.indexOf(true)))
    expect(await readdir(folder)).toEqual(['notes.md'])
  })

  it('leaves one alone that came about in the meantime', async () => {
    const late: Disk = {
      ...realDisk,
      link: async (from, to) => {
        await writeFile(to, 'the other program’s')
        await realDisk.link(from, to)
      },
    }
    expect(await writeExportTo(path, 'text', { replace: false, disk: late })).toEqual({
      ok: true,
      value: { written: false },
    })
    expect(await readFile(path, 'utf8')).toBe('the other program’s')
  })

  it('is written on a disk without links, and there too never over another', async () => {
    const plain: Disk = { ...realDisk, link: () => Promise.reject(refused('EPERM')) }
    expect(await writeFreshFile(path, 'text', plain)).toBe(true)
    expect(await writeFreshFile(path, 'other', plain)).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('text')
    expect(await readdir(folder)).toEqual(['notes.md'])
  })

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'leaves neither a part of itself nor a temporary file when the disk says %s',
    async code => {
      const full: Disk = {
        ...realDisk,
        open: async (...args: Parameters<typeof realDisk.open>) => {
          const file = await realDisk.open(...args)
          return Object.assign(file, { sync: () => Promise.reject(refused(code)) })
        },
      }
      expect(await writeExportTo(path, 'text', { replace: false, disk: full })).toMatchObject({ ok: false })
      expect(await readdir(folder)).toEqual([])
      await writeFile(path, 'old')
      expect(await writeExportTo(path, 'text', { replace: true, disk: full })).toMatchObject({ ok: false })
      expect(await readFile(path, 'utf8')).toBe('old')
      expect(await readdir(folder)).toEqual(['notes.md'])
    },
  )
})

it('a name is taken by a link that leads nowhere, too', async () => {
  expect(await isTaken(path)).toBe(false)
  await symlink(join(folder, 'nowhere'), path)
  expect(await isTaken(path)).toBe(true)
  // What cannot be looked at is said when it is written.
  expect(await isTaken(join(folder, 'x'.repeat(300)))).toBe(false)
})
