import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setAside } from '#library/store/set-aside.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T19:34:44.123Z'

describe('a damaged file that is set aside', () => {
  it('is kept under a name that every system takes, and stays where it is', async () => {
    const path = join(await newFolder(), 'notes.json')
    await writeFile(path, 'damaged')
    expect(await setAside(path, NOW)).toEqual({ ok: true, value: `${path}.damaged-2026-11-22T19-34-44Z` })
    expect(await readFile(path, 'utf8')).toBe('damaged')
    expect(await readFile(`${path}.damaged-2026-11-22T19-34-44Z`, 'utf8')).toBe('damaged')
  })

  it('gets a number when another of the same second is there, which stays as it was', async () => {
    const folder = await newFolder()
    const path = join(folder, 'notes.json')
    for (const content of ['first', 'second', 'third']) {
      await writeFile(path, content)
      expect((await setAside(path, NOW)).ok).toBe(true)
      // What was set aside is another name of the file.
      await rm(path)
    }
    const names = (await readdir(folder)).filter(name => name.includes('.damaged-')).toSorted()
    expect(names).toEqual([
      'notes.json.damaged-2026-11-22T19-34-44Z',
      'notes.json.damaged-2026-11-22T19-34-44Z-2',
      'notes.json.damaged-2026-11-22T19-34-44Z-3',
    ])
    expect(await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))).toEqual([
      'first',
      'second',
      'third',
    ])
  })

  it('that is not there is told', async () => {
    const path = join(await newFolder(), 'gone', 'notes.json')
    expect(await setAside(path, NOW)).toMatchObject({ ok: false, error: { code: 'not-writable' } })
  })
})
