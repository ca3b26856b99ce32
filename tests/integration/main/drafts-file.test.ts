import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openDrafts } from '../../../src/main/window/drafts-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const NOTE = 'doc/note/a'

const open = (path: string, library = '/a/library') => {
  const report = vi.fn<(message: string) => void>()
  return openDrafts({ path, library, now: () => new Date(), report }).then(file => ({ ...file, report }))
}

const textsIn = async (path: string, library?: string) => {
  const { drafts } = await open(path, library)
  return Object.fromEntries(
    drafts()
      .read()
      .drafts.map(({ key, text }) => [key, text]),
  )
}

describe('drafts', () => {
  it('are there again after a restart, those of other libraries untouched', async () => {
    const path = join(await newFolder(), 'drafts.json')
    const other = await open(path, '/another/library')
    other.drafts().keep([{ key: NOTE, text: 'theirs' }])
    await other.flush()
    const { drafts, flush } = await open(path)
    drafts().keep([{ key: NOTE, text: 'half a sen' }])
    expect(await flush()).toEqual({ ok: true, value: null })
    expect(await textsIn(path)).toEqual({ [NOTE]: 'half a sen' })
    expect(await textsIn(path, '/another/library')).toEqual({ [NOTE]: 'theirs' })
    drafts().keep([{ key: NOTE, text: null }])
    await flush()
    expect(await textsIn(path)).toEqual({})
    expect(await textsIn(path, '/another/library')).toEqual({ [NOTE]: 'theirs' })
  })

  it('stay with their library when another one is opened', async () => {
    const path = join(await newFolder(), 'drafts.json')
    const { drafts, changeLibrary, flush } = await open(path)
    drafts().keep([{ key: NOTE, text: 'of the first' }])
    expect(await changeLibrary('/another/library')).toEqual({ ok: true, value: null })
    expect(drafts().read().drafts).toEqual([])
    drafts().keep([{ key: NOTE, text: 'of the other' }])
    await flush()
    expect(await textsIn(path)).toEqual({ [NOTE]: 'of the first' })
    expect(await textsIn(path, '/another/library')).toEqual({ [NOTE]: 'of the other' })
    await changeLibrary('/a/library')
    expect(drafts().read().drafts).toEqual([{ key: NOTE, text: 'of the first' }])
  })

  it('reach the disk by themselves, without waiting for the reader to stop', async () => {
    const path = join(await newFolder(), 'drafts.json')
    const { drafts } = await open(path)
    let typed = ''
    const keys = setInterval(() => drafts().keep([{ key: NOTE, text: (typed += 'x') }]), 50)
    try {
      await vi.waitFor(async () => expect(await readFile(path, 'utf8')).toContain('xx'), { timeout: 5_000 })
    } finally {
      clearInterval(keys)
    }
  })

  it.each(['', '{"format":1,', '[]', '{"format":1,"libraries":{"/a/library":[1]}}', '\0\0'])(
    'of a damaged file (%j) are those of the version before, and the damaged one is set aside',
    async content => {
      const folder = await newFolder()
      const path = join(folder, 'drafts.json')
      const first = await open(path)
      for (const text of ['one', 'two']) {
        first.drafts().keep([{ key: NOTE, text }])
        await first.flush()
      }
      await writeFile(path, content)
      const { drafts, flush } = await open(path)
      expect(drafts().read().drafts).toEqual([{ key: NOTE, text: 'one' }])
      drafts().keep([{ key: 'doc/page-note', text: 'three' }])
      await flush()
      expect(await textsIn(path)).toEqual({ [NOTE]: 'one', 'doc/page-note': 'three' })
      const aside = (await readdir(folder)).filter(name => name.includes('.damaged-'))
      expect(aside).toHaveLength(1)
      expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(content)
    },
  )

  it('that the disk refuses stay in memory, which is reported, and are written when it takes them', async () => {
    const folder = join(await newFolder(), 'config')
    const path = join(folder, 'drafts.json')
    const { drafts, flush, report } = await open(path)
    drafts().keep([{ key: NOTE, text: 'kept' }])
    expect(await flush()).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(report).toHaveBeenCalledOnce()
    expect(drafts().read().drafts).toEqual([{ key: NOTE, text: 'kept' }])
    await mkdir(folder)
    await chmod(folder, 0o700)
    await vi.waitFor(async () => expect(await readFile(path, 'utf8')).toContain('kept'), { timeout: 5_000 })
  })
})
