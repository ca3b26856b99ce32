import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#core/bridge/settings.ts'
import { openSettings } from '../../../src/main/window/settings-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

describe('settings', () => {
  it('are there again after a restart', async () => {
    const path = join(await newFolder(), 'settings.json')
    const settings = openSettings(path)
    expect(settings.read()).toEqual(defaultSettings)
    expect(await settings.save({ ...defaultSettings, theme: 'sepia', fontSize: 21 })).toEqual({ ok: true, value: null })
    expect(openSettings(path).read()).toMatchObject({ theme: 'sepia', fontSize: 21 })
  })

  it.each(['', 'null', '{"theme":', '[]', '\0\0'])('that are damaged (%j) are the usual ones', async content => {
    const path = join(await newFolder(), 'settings.json')
    await writeFile(path, content)
    expect(openSettings(path).read()).toEqual(defaultSettings)
  })

  it('fall back field by field', async () => {
    const path = join(await newFolder(), 'settings.json')
    await writeFile(path, JSON.stringify({ theme: 'neon', fontSize: 9_999, font: 'sans', unknown: 1 }))
    expect(openSettings(path).read()).toEqual({ ...defaultSettings, font: 'sans' })
  })

  it('that are changed in a burst are on the disk as they were changed last', async () => {
    const path = join(await newFolder(), 'settings.json')
    const settings = openSettings(path)
    for (let round = 0; round < 20; round++) {
      const sizes = Array.from({ length: 10 }, (_, i) => 14 + ((round + i) % 12))
      await Promise.all(sizes.map(fontSize => settings.save({ ...defaultSettings, fontSize })))
      expect(openSettings(path).read().fontSize).toBe(sizes.at(-1))
    }
  })

  it('that the disk refuses hold until the program ends, and the refusal is told', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'file'), '')
    const settings = openSettings(join(folder, 'file', 'settings.json'))
    expect((await settings.save({ ...defaultSettings, theme: 'dark' })).ok).toBe(false)
    expect(settings.read().theme).toBe('dark')
  })
})
