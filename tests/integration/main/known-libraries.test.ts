import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKnownLibraries } from '../../../src/main/libraries/known-libraries.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

describe('the libraries that were open before', () => {
  it('are there again after a restart, each once, the last one first, ten at most', async () => {
    const path = join(await newFolder(), 'libraries.json')
    const known = openKnownLibraries(path)
    expect(known.list()).toEqual([])
    for (let number = 0; number < 12; number += 1) await known.opened(`/library/${number}`)
    expect(await known.opened('/library/5')).toEqual({ ok: true, value: null })
    const again = openKnownLibraries(path).list()
    expect(again).toHaveLength(10)
    expect(again.slice(0, 3)).toEqual(['/library/5', '/library/11', '/library/10'])
  })

  it('can be forgotten', async () => {
    const path = join(await newFolder(), 'libraries.json')
    const known = openKnownLibraries(path)
    await known.opened('/a')
    await known.opened('/b')
    await known.forget('/b')
    expect(openKnownLibraries(path).list()).toEqual(['/a'])
  })

  it.each(['', 'null', '{"format":1', '{"format":1,"libraries":[5]}', '\0'])(
    'of a damaged file (%j) are those before the last change',
    async content => {
      const path = join(await newFolder(), 'libraries.json')
      const known = openKnownLibraries(path)
      await known.opened('/a')
      await known.opened('/b')
      await writeFile(path, content)
      const again = openKnownLibraries(path)
      expect(again.list()).toEqual(['/a'])
      await again.opened('/c')
      expect(openKnownLibraries(path).list()).toEqual(['/c', '/a'])
      expect(await readFile(`${path}.previous`, 'utf8')).not.toBe(content)
    },
  )
})
