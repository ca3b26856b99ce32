import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { readAsset } from '#library/kept-companions.ts'

let document = ''
beforeEach(async () => {
  document = await mkdtemp(join(tmpdir(), 'pathmark-kept-'))
  await mkdir(join(document, 'assets'))
})
afterEach(() => rm(document, { recursive: true, force: true }))

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'

it('a kept picture is what the window shows: of the bytes and of the kind that its name says', async () => {
  const isThere = async (written: string, extension: string): Promise<boolean> => {
    const bytes = Buffer.from(written, 'latin1')
    const name = `${contentHash(bytes)}.${extension}`
    await writeFile(join(document, 'assets', name), bytes)
    return (await readAsset(document, name)) !== null
  }
  expect(await isThere('GIF89a', 'gif')).toBe(true)
  expect(await isThere('GIF89a', 'png')).toBe(false)
  expect(await isThere(`${SVG}<path d="M0 0L9 9"/></svg>`, 'svg')).toBe(true)
  expect(await isThere(`${SVG}<script/></svg>`, 'svg')).toBe(false)
})
