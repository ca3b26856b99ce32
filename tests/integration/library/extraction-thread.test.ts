import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ExtractableArticle } from '#core/mechanism/extract.ts'
import { extractHere } from '#library/finding/extract-here.ts'
import { extractInThread } from '#library/finding/extract-in-thread.ts'
import type { ThreadOptions } from '#library/finding/extract-in-thread.ts'
import type { Extractor } from '#library/finding/extractor.ts'
import { importPage } from '../importing/import.ts'
import { buildProgram } from '../store/child-program.ts'

const resources = join(import.meta.dirname, '../../../resources')

let folder = ''
let file = new URL('file:///')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-thread-'))
  file = pathToFileURL(await buildProgram('src/library/finding/extraction-thread.ts', folder))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let extractor: Extractor
const start = (limits: Pick<ThreadOptions, 'heap' | 'time'> = {}): void => {
  extractor = extractInThread({ file, resources, ...limits })
}
afterEach(() => extractor.close())

const paragraphs = (count: number): ExtractableArticle =>
  importPage(
    `<!doctype html><title>Pain</title><article><h1>Pain</h1>${Array.from(
      { length: count },
      (_, place) => `<p>In group ${place}, microglia release TNF-α, which increases pain, and IL-10 reduces it.</p>`,
    ).join('')}</article>`,
  ).article

describe('the thread that looks for mechanisms', () => {
  it('finds what is found without it, with the names that the reader gave', async () => {
    start()
    const own = [{ name: 'group 1', type: 'organism' as const, synonyms: [] }]
    const article = paragraphs(3)
    const found = await extractor.extract(article, own)
    expect(found).toEqual(await extractHere(resources).extract(article, own))
    expect(found.ok && found.value.effects.length).toBeGreaterThan(3)
  })

  it('looks through one text after the other, and says how far it is', async () => {
    start()
    const shares: number[] = []
    const both = await Promise.all([
      extractor.extract(paragraphs(2_000), [], { progress: share => shares.push(share) }),
      extractor.extract(paragraphs(2), []),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(shares.length).toBeGreaterThan(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })

  it('stops in the middle of a text, and takes the next one', async () => {
    start()
    const controller = new AbortController()
    const stopped = extractor.extract(paragraphs(3_000), [], {
      signal: controller.signal,
      progress: () => controller.abort(),
    })
    const next = extractor.extract(paragraphs(2), [])
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await next).ok).toBe(true)
  })

  it('leaves out what is stopped before its turn', async () => {
    start()
    const controller = new AbortController()
    const first = extractor.extract(paragraphs(50), [])
    const second = extractor.extract(paragraphs(50), [], { signal: controller.signal })
    controller.abort()
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await first).ok).toBe(true)
  })

  it('gives up a search that takes too long, and takes the next text', async () => {
    start({ time: length => (length > 10_000 ? 1_000 : 60_000) })
    const slow = extractor.extract(paragraphs(6_000), [])
    const next = extractor.extract(paragraphs(2), [])
    expect(await slow).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/took more than 1 seconds and was given up\. Try again/) },
    })
    expect((await next).ok).toBe(true)
  })

  it('ends a search that takes more memory than it may, and not the program', async () => {
    start({ heap: 8 })
    expect(await extractor.extract(paragraphs(2_000), [])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('too long to look for mechanisms') },
    })
  })
})
