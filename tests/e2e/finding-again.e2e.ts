import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './application.ts'

interface Stored {
  readonly extractor: string
  readonly found: { readonly effects: readonly { readonly id: string }[] }
  readonly effectDecisions?: readonly { readonly decision: string }[]
}

/** The file of the only document's mechanisms, and what an older extractor might have left in it. */
const mechanismsOf = (library: string) => {
  const documents = join(library, 'documents')
  const path = join(documents, readdirSync(documents)[0] ?? '', 'mechanisms.json')
  const read = (): Stored => JSON.parse(readFileSync(path, 'utf8')) as Stored
  const makeOld = (): void => {
    const renamed = readFileSync(path, 'utf8')
      .replaceAll('"m-', '"old-m-')
      .replaceAll(/"e(\d+)"/g, '"e9$1"')
    // Without its checksum, as whoever changes a file by hand leaves it.
    const { checksum: _checksum, ...fields } = JSON.parse(renamed) as { checksum: string }
    writeFileSync(path, JSON.stringify({ ...fields, extractor: 'Pathmark 0.1.0' }))
  }
  return { read, makeOld }
}

test('what the reader rejected stays so when a newer extractor reads the article', async ({ pathmark }) => {
  const first = await pathmark.start()
  const title = 'Anti-inflammatory and immunomodulatory action'
  await first.page.getByRole('button', { name: `Reject: ${title}` }).press('Enter')
  await expect(first.page.getByRole('article', { name: /^Mechanism \d/ })).toHaveCount(5)
  await pathmark.close(first)

  const mechanisms = mechanismsOf(pathmark.library)
  const { extractor } = mechanisms.read()
  mechanisms.makeOld()
  const second = await pathmark.start()
  await expect.poll(() => mechanisms.read().extractor).toBe(extractor)
  await expect.poll(() => mechanisms.read().found.effects[0]?.id).toBe('e1')
  await expect(second.page.getByText('Looking for mechanisms…')).toHaveCount(0)
  await expect(second.page.getByRole('article', { name: /^Mechanism \d/ })).toHaveCount(5)
  await expect(second.page.getByRole('article', { name: new RegExp(`^Mechanism \\d: ${title}`) })).toHaveCount(0)
})
