import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { readResourceFile } from '../../../src/main/serving/resource-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-resource-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** The beginnings of every kind, with the extensions and the type that belong to it. */
const kinds = [
  [['png'], 'image/png', ['\u0089PNG\r\n\u001a\n']],
  [['jpg', 'jpeg'], 'image/jpeg', ['\u00ff\u00d8\u00ff']],
  [['gif'], 'image/gif', ['GIF87a', 'GIF89a']],
  [['webp'], 'image/webp', ['RIFF....WEBP']],
  [['avif'], 'image/avif', ['....ftypavif', '....ftypavis']],
  [['woff2'], 'font/woff2', ['wOF2']],
  [['woff'], 'font/woff', ['wOFF']],
  [['ttf'], 'font/ttf', ['\u0000\u0001\u0000\u0000']],
  [['otf'], 'font/otf', ['OTTO']],
] as const

const served = async (bytes: Uint8Array, extension: string): Promise<string | null> => {
  const name = `${contentHash(bytes)}.${extension}`
  await writeFile(join(folder, name), bytes)
  return (await readResourceFile(folder, name))?.mediaType ?? null
}

describe('a picture or font of an article', () => {
  it.each(kinds)('called %j is served as %s when it begins so', async (extensions, mediaType, beginnings) => {
    for (const extension of extensions)
      for (const beginning of beginnings) {
        expect(await served(latin(beginning), extension)).toBe(mediaType)
        expect(await served(latin(`${beginning} and more`), extension)).toBe(mediaType)
      }
  })

  it('is not served under the name of another kind', async () => {
    for (const [, mediaType, [beginning]] of kinds)
      for (const [[extension], other] of kinds)
        expect([mediaType, extension, await served(latin(beginning), extension)]).toEqual([
          mediaType,
          extension,
          mediaType === other ? mediaType : null,
        ])
  })

  it.each([
    ['png', '\u0089PNG\r\n\u001a'],
    ['png', ' \u0089PNG\r\n\u001a\n'],
    ['jpg', '\u00ff\u00d8'],
    ['gif', 'GIF88a'],
    ['webp', 'RIFF....WAVE'],
    ['webp', 'ROFF....WEBP'],
    ['webp', 'RIFFWEBP'],
    ['avif', '....ftypheic'],
    ['avif', 'ftypavif'],
    ['woff', 'wOF'],
    ['ttf', '\u0000\u0001\u0000\u0001'],
    ['otf', 'OTTE'],
  ])('is not served as %s when it begins with %j', async (extension, beginning) => {
    expect(await served(latin(beginning), extension)).toBeNull()
  })

  it('is served as a drawing only when it is one in every byte, and large ones let others have their turn', async () => {
    const drawing = (inside: string): Buffer =>
      latin(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">${inside}</svg>`)
    const large = drawing('<path d="M0 0L9 9"/>'.repeat(29_000))
    let turns = 0
    const others = setInterval(() => (turns += 1), 1)
    expect(await served(large, 'svg')).toBe('image/svg+xml')
    clearInterval(others)
    expect(turns).toBeGreaterThan(1)
    // Known by its name, but not when the bytes are others.
    expect(await served(large, 'svg')).toBe('image/svg+xml')
    const name = `${contentHash(large)}.svg`
    await writeFile(join(folder, name), drawing('<path d="M0 0L9 8"/>'))
    expect(await readResourceFile(folder, name)).toBeNull()
    for (const inside of ['<script/>', '<path onclick="x"/>', '<path>'])
      expect(await served(drawing(inside), 'svg')).toBeNull()
  })

  it('has a name that is the hash of its bytes and its extension, and nothing more', async () => {
    const bytes = latin('GIF89a')
    const hash = contentHash(bytes)
    for (const name of [
      `x${hash}.gif`,
      `${hash}.gif.gif`,
      `${hash}.gif `,
      hash,
      `${hash}.gi`,
      `${hash}.svg`,
      `${contentHash('x')}.gif`,
    ]) {
      await writeFile(join(folder, name), bytes)
      expect([name, await readResourceFile(folder, name)]).toEqual([name, null])
    }
  })

  it('has 64 MiB at most', async () => {
    const largest = Buffer.alloc(64 * 2 ** 20)
    largest.write('GIF89a')
    expect(await served(largest, 'gif')).toBe('image/gif')
    expect(await served(Buffer.concat([largest, Buffer.alloc(1)]), 'gif')).toBeNull()
  })

  it('is nothing where there is none, and what the disk refuses otherwise is thrown', async () => {
    const name = `${contentHash('x')}.gif`
    await writeFile(join(folder, 'file'), 'x')
    await mkdir(join(folder, name))
    expect(await readResourceFile(folder, name)).toBeNull()
    expect(await readResourceFile(join(folder, 'none'), name)).toBeNull()
    expect(await readResourceFile(join(folder, 'file'), name)).toBeNull()
    expect(await readResourceFile(join(folder, 'file', 'deeper'), name)).toBeNull()
    await expect(readResourceFile(join(folder, 'x'.repeat(300)), name)).rejects.toThrow('ENAMETOOLONG')
  })
})
