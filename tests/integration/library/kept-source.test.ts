import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
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
  const opened = await openKeptSource(path, { sourceHash })
  if (!opened.ok) throw new Error(opened.error.message)
  const source = opened.value

  expect(source.length).toBe(3_000_000)
  expect(Buffer.from(await source.read(1_234_567, 500_000)).equals(bytes.subarray(1_234_567, 1_734_567))).toBe(true)
  expect(Buffer.from(await source.read(2_999_990, 500)).equals(bytes.subarray(2_999_990))).toBe(true)
  expect(await source.read(5_000_000, 10)).toHaveLength(0)
  await source.close()
})

test('another file in its place is not opened, and neither is a link to the right one', async () => {
  const changed = join(folder, 'changed.pdf')
  writeFileSync(changed, Buffer.concat([bytes.subarray(0, 2_999_999), Buffer.from([0])]))
  symlinkSync(path, join(folder, 'link.pdf'))

  expect(await openKeptSource(changed, { sourceHash })).toMatchObject({ ok: false, error: { code: 'not-readable' } })
  expect(await openKeptSource(join(folder, 'link.pdf'), { sourceHash })).toMatchObject({ ok: false })
  expect(await openKeptSource(folder, { sourceHash })).toMatchObject({ ok: false })
  expect(await openKeptSource(join(folder, 'gone.pdf'), { sourceHash })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
})
