import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openKeptSource } from '#library/kept-source.ts'
import { removeFolder } from '../../../scripts/remove-folder.mjs'

const folder = mkdtempSync(join(tmpdir(), 'pathmark-source-'))
afterAll(() => removeFolder(folder))

const bytes = randomBytes(3_000_000)
const sourceHash = createHash('sha256').update(bytes).digest('hex')
const path = join(folder, 'source.pdf')
writeFileSync(path, bytes)

test('the file that came in is given piece by piece, also past its end', async () => {
  const opened = await openKeptSource(folder, { sourceFile: 'source.pdf', sourceHash })
  if (!opened.ok) throw new Error(opened.error.message)
  const source = opened.value

  expect(source.length).toBe(3_000_000)
  expect(Buffer.from(await source.read(1_234_567, 500_000)).equals(bytes.subarray(1_234_567, 1_734_567))).toBe(true)
  expect(Buffer.from(await source.read(2_999_990, 500)).equals(bytes.subarray(2_999_990))).toBe(true)
  expect(await source.read(5_000_000, 10)).toHaveLength(0)
  await source.close()
})

const refused = async (sourceFile: string) => {
  const opened = await openKeptSource(folder, { sourceFile, sourceHash })
  if (opened.ok) await opened.value.close()
  return opened.ok ? null : opened.error
}

test('another file in its place is not opened, and neither is a link to the right one', async () => {
  writeFileSync(join(folder, 'source.changed'), Buffer.concat([bytes.subarray(0, 2_999_999), Buffer.from([0])]))
  symlinkSync(path, join(folder, 'source.link'))
  mkdirSync(join(folder, 'source.folder'))

  expect(await refused('source.changed')).toMatchObject({ code: 'not-readable' })
  expect(await refused('source.link')).not.toBeNull()
  expect(await refused('source.folder')).toMatchObject({ code: 'not-readable' })
  expect(await refused('source.gone')).toMatchObject({ code: 'not-found' })
})

test.each(['../source.pdf', './source.pdf', 'inner/source.pdf', 'original.pdf', 'source.pdf\0', ''])(
  'an article that names %j as its original is not believed, though the file is the right one',
  async name => {
    const inner = join(folder, 'inner')
    mkdirSync(inner, { recursive: true })
    writeFileSync(join(inner, 'source.pdf'), bytes)
    writeFileSync(join(folder, 'original.pdf'), bytes)

    const opened = await openKeptSource(name.startsWith('..') ? inner : folder, { sourceFile: name, sourceHash })
    expect(opened).toMatchObject({ ok: false, error: { code: 'not-readable' } })
  },
)

test('a file that is larger than any that came in is refused without being read', async () => {
  const huge = join(folder, 'source.huge')
  writeFileSync(huge, '')
  // Without a byte on the disk, but it would take minutes to hash.
  truncateSync(huge, 2 ** 36)

  expect(await refused('source.huge')).toMatchObject({ code: 'not-readable' })
})
