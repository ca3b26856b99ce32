import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  flushFolder,
  isTemporaryName,
  keepCopy,
  temporaryPath,
  writeDurably,
  writeNew,
} from '#library/store/durable-file.ts'
import { realDisk } from '#library/store/disk.ts'
import { faultyDisk } from './faulty-disk.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

const OLD = 'old content\n'
const NEW = `${'new content, a good deal longer '.repeat(400)}\n`

const folderWithOldFile = async () => {
  const folder = await newFolder()
  const path = join(folder, 'notes.json')
  await writeFile(path, OLD)
  return { folder, path }
}

describe('writeDurably', () => {
  it('writes a file that only its owner can read, and nothing beside it', async () => {
    const folder = await newFolder()
    const path = join(folder, 'notes.json')
    expect(await writeDurably(path, NEW)).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(NEW)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['notes.json'])
  })

  it('keeps the version before the last write', async () => {
    const { folder, path } = await folderWithOldFile()
    await writeDurably(path, 'second')
    await writeDurably(path, 'third')
    expect(await readFile(path, 'utf8')).toBe('third')
    expect(await readFile(`${path}.previous`, 'utf8')).toBe('second')
    expect((await readdir(folder)).toSorted()).toEqual(['notes.json', 'notes.json.previous'])
  })

  it('leaves the previous version alone when the present one is not worth keeping', async () => {
    const { path } = await folderWithOldFile()
    await writeFile(`${path}.previous`, 'good')
    await writeDurably(path, NEW, { keepPrevious: false })
    expect(await readFile(`${path}.previous`, 'utf8')).toBe('good')
  })

  it('flushes the file before it takes the name, and the folder afterwards', async () => {
    const { path } = await folderWithOldFile()
    const disk = faultyDisk(null)
    await writeDurably(path, NEW, { disk })
    const order = disk.done.filter(name => name !== 'rm')
    expect(order).toEqual(['open', 'write', 'sync', 'link', 'rename', 'rename', 'open', 'sync'])
  })

  it('goes on when the disk takes only a part at a time', async () => {
    const { path } = await folderWithOldFile()
    await writeDurably(path, NEW, { disk: faultyDisk(null, 7) })
    expect(await readFile(path, 'utf8')).toBe(NEW)
  })

  it('gives up on a disk that takes nothing', async () => {
    const { folder, path } = await folderWithOldFile()
    const message = `${path} could not be written: the disk took nothing of what was written`
    expect(await writeDurably(path, NEW, { disk: faultyDisk(null, 0) })).toEqual({
      ok: false,
      error: { code: 'unexpected', message },
    })
    expect(await readdir(folder)).toEqual(['notes.json'])
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('closes what it opened, whatever step %i answers', async at => {
    for (const code of ['ENOSPC', 'ENOTSUP', 'power-cut']) {
      const { path } = await folderWithOldFile()
      const disk = faultyDisk({ at, code })
      await writeDurably(path, NEW, { disk })
      expect(disk.stillOpen()).toBe(0)
    }
  })

  it('copies the previous version where there are no hard links', async () => {
    const { path } = await folderWithOldFile()
    const written = await writeDurably(path, NEW, { disk: faultyDisk({ at: 3, code: 'ENOTSUP' }) })
    expect(written.ok).toBe(true)
    expect(await readFile(`${path}.previous`, 'utf8')).toBe(OLD)
    expect(await readFile(path, 'utf8')).toBe(NEW)
  })

  it('does not write through a link to somewhere else', async () => {
    const { folder, path } = await folderWithOldFile()
    const link = join(folder, 'link.json')
    await symlink(path, link)
    await writeDurably(link, NEW)
    expect(await readFile(path, 'utf8')).toBe(OLD)
  })

  const stepsBeforeRename = [0, 1, 2, 3, 4, 5]

  it.each(stepsBeforeRename)(
    'leaves the old file whole and nothing else when step %i finds the disk full',
    async at => {
      const { folder, path } = await folderWithOldFile()
      const written = await writeDurably(path, NEW, { disk: faultyDisk({ at, code: 'ENOSPC' }) })
      expect(written).toMatchObject({ ok: false, error: { code: 'disk-full' } })
      expect(await readFile(path, 'utf8')).toBe(OLD)
      expect((await readdir(folder)).filter(isTemporaryName)).toEqual([])
    },
  )

  it.each([...stepsBeforeRename, 6, 7])('has a whole file, old or new, when the power fails at step %i', async at => {
    const { folder, path } = await folderWithOldFile()
    const written = await writeDurably(path, NEW, { disk: faultyDisk({ at, code: 'power-cut' }) })
    expect(written.ok).toBe(false)
    expect(await readFile(path, 'utf8')).toBe(at <= 5 ? OLD : NEW)
    const others = (await readdir(folder)).filter(name => name !== 'notes.json' && name !== 'notes.json.previous')
    expect(others.every(isTemporaryName)).toBe(true)
    expect((await writeDurably(path, 'after the restart')).ok).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('after the restart')
  })

  it.each([
    ['EROFS', 'not-writable', 'can only be read'],
    ['EACCES', 'not-writable', 'permission'],
    ['EDQUOT', 'disk-full', 'quota'],
    ['EIO', 'not-writable', 'EIO'],
  ])('says what %s means and what to do', async (code, failure, words) => {
    const { path } = await folderWithOldFile()
    const written = await writeDurably(path, NEW, { disk: faultyDisk({ at: 0, code }) })
    expect(written).toMatchObject({ ok: false, error: { code: failure, message: expect.stringContaining(words) } })
  })

  it('says so when a folder stands in the place of the file, or a file in that of the folder', async () => {
    const { folder, path } = await folderWithOldFile()
    await mkdir(join(folder, 'taken'))
    expect(await writeDurably(join(folder, 'taken'), NEW)).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(await writeDurably(join(path, 'below'), NEW)).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect((await readdir(folder)).filter(isTemporaryName)).toEqual([])
  })
})

describe('writeNew', () => {
  it('writes text, bytes and pieces alike', async () => {
    const folder = await newFolder()
    const bytes = Buffer.from('Müller 😀')
    for (const [name, content] of Object.entries({
      text: 'Müller 😀',
      bytes,
      pieces: [bytes.subarray(0, 3), bytes.subarray(3)],
    })) {
      await writeNew(realDisk, join(folder, name), content)
      expect(await readFile(join(folder, name), 'utf8')).toBe('Müller 😀')
    }
  })

  it.each([1, 2])('takes away what it could not write whole (step %i)', async at => {
    const folder = await newFolder()
    const disk = faultyDisk({ at, code: 'EIO' })
    await expect(writeNew(disk, join(folder, 'new'), NEW)).rejects.toThrow('EIO')
    expect(await readdir(folder)).toEqual([])
    expect(disk.stillOpen()).toBe(0)
  })

  it('touches nothing that is there', async () => {
    const { path } = await folderWithOldFile()
    await expect(writeNew(realDisk, path, NEW)).rejects.toThrow('EEXIST')
    expect(await readFile(path, 'utf8')).toBe(OLD)
  })
})

describe('flushFolder', () => {
  it.each(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EBADF'])('takes %s for a system that cannot', async code => {
    const folder = await newFolder()
    const disk = faultyDisk({ at: 1, code })
    await expect(flushFolder(folder, disk)).resolves.toBeUndefined()
    expect(disk.stillOpen()).toBe(0)
  })

  it('throws what else the disk answers', async () => {
    const folder = await newFolder()
    await expect(flushFolder(folder, faultyDisk({ at: 1, code: 'EIO' }))).rejects.toThrow('EIO')
    await expect(flushFolder(folder, faultyDisk({ at: 0, code: 'EACCES' }))).rejects.toThrow('EACCES')
    const broken = { ...realDisk, open: () => Promise.reject(new Error('no error of the system')) }
    await expect(flushFolder(folder, broken)).rejects.toThrow('no error of the system')
  })
})

describe('keepCopy', () => {
  it.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'])(
    'copies where a second name is answered by %s',
    async code => {
      const { path } = await folderWithOldFile()
      const disk = faultyDisk({ at: 0, code })
      await keepCopy(path, `${path}.copy`, disk)
      expect(await readFile(`${path}.copy`, 'utf8')).toBe(OLD)
      expect((await stat(`${path}.copy`)).ino).not.toBe((await stat(path)).ino)
      expect(disk.stillOpen()).toBe(0)
    },
  )

  it('throws what else the disk answers', async () => {
    const { path } = await folderWithOldFile()
    await expect(keepCopy(path, `${path}.copy`, faultyDisk({ at: 0, code: 'EIO' }))).rejects.toThrow('EIO')
    const broken = { ...realDisk, link: () => Promise.reject(new Error('no error of the system')) }
    await expect(keepCopy(path, `${path}.copy`, broken)).rejects.toThrow('no error of the system')
  })
})

describe('the name of what an interrupted write leaves behind', () => {
  it('is known by its form, and no name of the reader’s is', () => {
    const name = temporaryPath('notes.json')
    expect(isTemporaryName(name)).toBe(true)
    expect(isTemporaryName(`${name}.md`)).toBe(false)
    expect(isTemporaryName('notes.json.tmp')).toBe(false)
    expect(isTemporaryName(name.replace('.tmp', '.txt'))).toBe(false)
    expect(temporaryPath('notes.json')).not.toBe(name)
  })
})
