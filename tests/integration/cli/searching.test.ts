import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

interface Hit {
  readonly id: string
  readonly title: string
  readonly where: string
  readonly snippet: string
  readonly passage: { readonly start: number; readonly end: number; readonly quote: string } | null
  readonly score: number
}

describe('pathmark search', () => {
  test('prints hits, the best first, each with its passage in the text', async () => {
    const { folder, id, file } = await pathmark.library()
    const hits = (await pathmark.json(['search', 'IL-10', 'microglia', '--library', folder])) as Hit[]
    const { text } = JSON.parse(await readFile(file('article.json'), 'utf8')) as { text: string }
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
    for (const hit of hits)
      expect(hit).toMatchObject({ id, title: 'Stem cells and neuropathic pain: six key mechanisms' })
    const passages = hits.flatMap(({ passage }) => passage ?? [])
    for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote)
    expect(hits[0]?.passage?.quote).toMatch(/microglia.*IL-10/)
  })

  test('finds a note that was just written, beside its quote', async () => {
    const { folder, id } = await pathmark.library()
    await pathmark.json([
      'annotate',
      id,
      '--quote',
      'anti-inflammatory factor IL-10',
      '--note',
      'ask Zamboni',
      '--library',
      folder,
    ])
    const hits = (await pathmark.json(['search', 'note:zamboni', '--library', folder])) as Hit[]
    expect(hits).toMatchObject([
      { where: 'note', snippet: 'ask Zamboni', passage: { quote: 'anti-inflammatory factor IL-10' } },
    ])
  })

  test('says what it took a misspelt word for, and finds nothing without failing', async () => {
    const { folder } = await pathmark.library()
    const near = await pathmark.run(['search', 'micorglia', '--library', folder])
    expect(near).toMatchObject({ status: 0, stdout: expect.stringContaining('microglia') })
    expect(near.stderr).toMatch(/“micorglia” stands nowhere in the library; “microglia” .*was searched for/)
    const none = await pathmark.run(['search', 'xylophone', '--library', folder])
    expect(none).toMatchObject({ status: 0, stdout: 'Nothing was found.\n' })
    expect(none.stderr).toMatch(/“xylophone” stands nowhere/)
  })

  test('refuses a limit that is none', async () => {
    const { folder } = await pathmark.library()
    for (const limit of ['0', 'many', '1001'])
      expect(await pathmark.run(['search', 'pain', '--limit', limit, '--library', folder])).toMatchObject({ status: 2 })
  })

  test('prints one JSON value whatever is found, and takes quotations, exclusions and fields', async () => {
    const { folder, id } = await pathmark.library()
    await pathmark.json([
      'annotate',
      id,
      '--quote',
      'anti-inflammatory factor IL-10',
      '--tag',
      'core idea',
      '--library',
      folder,
    ])
    const found = async (...query: string[]): Promise<readonly Hit[]> =>
      (await pathmark.json(['search', '--library', folder, ...query])) as Hit[]
    expect(await found('xylophone')).toEqual([])
    expect((await found('"neuropathic pain"')).length).toBeGreaterThan(0)
    expect(await found('"pain neuropathic"')).toEqual([])
    expect(await found('pain -stem')).toEqual([])
    expect(await found('title:"six key mechanisms"')).toMatchObject([
      { where: 'title', passage: { quote: 'Stem cells and neuropathic pain: six key mechanisms' } },
    ])
    expect((await found('tag:idea')).map(({ where }) => where)).toEqual(['note'])
    // A word that begins with a dash comes after two dashes.
    expect((await pathmark.run(['search', '--library', folder, '--json', '--', '-mouse'])).status).toBe(0)
  })
})
