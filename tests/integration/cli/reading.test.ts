import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failureOf, useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()
const bundledFile = resolve(import.meta.dirname, '../../../resources/articles/stem-cells-neuropathic-pain.html')
const title = 'Stem cells and neuropathic pain: six key mechanisms'

interface Passage {
  readonly start: number
  readonly end: number
  readonly quote: string
}

interface Report {
  readonly document: { readonly id: string | null; readonly title: string }
  readonly mechanisms: readonly {
    id: string
    title: string
    origin: string
    passage: Passage
    effects: string[]
    entities: string[]
  }[]
  readonly effects: readonly {
    id: string
    agent: Passage | null
    target: Passage
    trigger: Passage
    direction: string
  }[]
  readonly entities: readonly { id: string; type: string; name: string; mentions: Passage[] }[]
  readonly study: { sum: number; participants: { count: number; passage: Passage } } | null
}

describe('a library that does not exist yet', () => {
  test('is made with the bundled article, and that is said', async () => {
    const folder = await pathmark.fresh('new')
    const first = await pathmark.run(['list', '--library', folder, '--json'])
    expect(first.status).toBe(0)
    expect(first.stderr).toBe(`pathmark: Made a new library in ${folder}, with its first article.\n`)
    expect(JSON.parse(first.stdout)).toMatchObject([{ title }])
    const second = await pathmark.run(['list', '--library', folder])
    expect(second.stderr).toBe('')
  })

  test("is the reader's own when none is named", async () => {
    const data = await pathmark.fresh('data')
    const { stderr } = await pathmark.run(['list'], { env: { XDG_DATA_HOME: data } })
    expect(stderr).toContain(`Made a new library in ${join(data, 'pathmark/library')}`)
  })

  test("begins empty without the program's own articles, and says so", async () => {
    const folder = await pathmark.fresh('new')
    const env = { PATHMARK_RESOURCES: await pathmark.fresh('nowhere') }
    const { status, stdout, stderr } = await pathmark.run(['list', '--library', folder], { env })
    expect(status).toBe(0)
    expect(stdout).toContain('No documents yet')
    expect(stderr.split('\n')).toEqual([
      `pathmark: Made a new library in ${folder}.`,
      expect.stringContaining('install Pathmark again'),
      '',
    ])
  })

  test('is not made where other files lie, nor in place of a file', async () => {
    const folder = await pathmark.fresh('.')
    await writeFile(join(folder, 'novel.txt'), 'It was a dark night.')
    expect(failureOf(await pathmark.run(['list', '--library', folder]))).toMatch('holds other files')
    expect(failureOf(await pathmark.run(['list', '--library', join(folder, 'novel.txt')]))).toMatch('is a file')
    expect(await readFile(join(folder, 'novel.txt'), 'utf8')).toBe('It was a dark night.')
  })
})

describe('list', () => {
  test('prints the documents as JSON', async () => {
    const { folder, id } = await pathmark.library()
    const list = (await pathmark.json(['list', '--library', folder])) as Record<string, unknown>[]
    expect(list).toEqual([
      {
        id,
        title,
        format: 'html',
        added: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        words: expect.any(Number) as number,
        annotations: 0,
        mechanisms: 6,
        progress: 0,
        collections: [],
        tags: [],
      },
    ])
    expect(list[0]?.['words']).toBeGreaterThan(1_000)
  })

  test('tells in which collections the articles are, and their tags', async () => {
    const folder = await pathmark.fresh('shelves')
    await cp(resolve(import.meta.dirname, '../../fixtures/library-format-2'), folder, { recursive: true })
    const list = (await pathmark.json(['list', '--library', folder])) as Record<string, unknown>[]
    expect(list.map(({ format, collections, tags }) => [format, collections, tags])).toEqual([
      ['html', [], ['journal']],
      ['epub', ['Thesis', 'Nerves'], ['book']],
      ['pdf', [], []],
      ['mhtml', [], []],
      ['markdown', [], []],
    ])
  })

  test('prints a table for people', async () => {
    const { folder, id } = await pathmark.library()
    const { stdout } = await pathmark.run(['list', '--library', folder])
    const [headings, row] = stdout.split('\n')
    expect(headings).toMatch(/^ID +WORDS +CARDS +MARKS +READ +TITLE$/)
    expect(row?.startsWith(`${id}  `)).toBe(true)
    expect(row?.endsWith(`  ${title}`)).toBe(true)
  })
})

describe('show', () => {
  test("prints the article's text, its metadata and its content", async () => {
    const { folder, id } = await pathmark.library()
    const shown = (await pathmark.json(['show', id, '--library', folder])) as { text: string }
    expect(Object.keys(shown)).toEqual(['id', 'metadata', 'text'])
    expect(shown).toMatchObject({
      id,
      metadata: { title, publisher: 'Mondo Health', updated: '2024-03-02', language: 'en' },
    })
    const { stdout } = await pathmark.run(['show', id, '--library', folder])
    expect(stdout).toBe(`${shown.text}\n`)
    const html = await pathmark.run(['show', id, '--html', '--library', folder])
    expect(html.stdout).toContain('data-block=')
    expect(html.stdout).not.toContain('<script')
  })

  test('names an id that is not there', async () => {
    const { folder } = await pathmark.library()
    for (const verb of ['show', 'mechanisms', 'annotations', 'export']) {
      expect(failureOf(await pathmark.run([verb, 'no-such-id', '--library', folder]))).toMatch(
        'There is no document “no-such-id”',
      )
    }
    expect(failureOf(await pathmark.run(['show', '../../etc', '--library', folder]))).toMatch(
      'There is no document “../../etc”',
    )
  })
})

describe('mechanisms', () => {
  const expectWhole = (report: Report, text: string): void => {
    expect(Object.keys(report)).toEqual(['document', 'mechanisms', 'effects', 'entities', 'study'])
    expect(report.mechanisms).toHaveLength(6)
    const effects = new Set(report.effects.map(effect => effect.id))
    const entities = new Set(report.entities.map(entity => entity.id))
    for (const card of report.mechanisms) {
      expect(card.origin).toBe('found')
      expect(card.effects.length + card.entities.length).toBeGreaterThan(0)
      for (const effect of card.effects) expect(effects).toContain(effect)
      for (const entity of card.entities) expect(entities).toContain(entity)
    }
    const passages = [
      ...report.mechanisms.map(card => card.passage),
      ...report.effects.flatMap(({ agent, target, trigger }) => [...(agent ? [agent] : []), target, trigger]),
      ...report.entities.flatMap(entity => entity.mentions),
      ...(report.study ? [report.study.participants.passage] : []),
    ]
    for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote)
    expect(report.study).toMatchObject({ sum: 58, participants: { count: 58 } })
  }

  test('of a document are cards, effects, entities and the study, each with its passage', async () => {
    const { folder, id } = await pathmark.library()
    const { text } = (await pathmark.json(['show', id, '--library', folder])) as { text: string }
    const report = (await pathmark.json(['mechanisms', id, '--library', folder])) as Report
    expect(report.document).toEqual({ id, title })
    expectWhole(report, text)
  })

  test('of a file need no library and are the same', async () => {
    const { folder, id } = await pathmark.library()
    const data = await pathmark.fresh('untouched')
    const { stdout } = await pathmark.run(['mechanisms', bundledFile, '--json'], { env: { XDG_DATA_HOME: data } })
    const ofFile = JSON.parse(stdout) as Report
    expect(ofFile.document).toEqual({ id: null, title })
    const ofDocument = (await pathmark.json(['mechanisms', id, '--library', folder])) as Report
    expect({ ...ofFile, document: null }).toEqual({ ...ofDocument, document: null })
    await expect(readFile(data)).rejects.toThrow('ENOENT')
  })

  test('are readable without JSON', async () => {
    const { folder, id } = await pathmark.library()
    const { stdout } = await pathmark.run(['mechanisms', id, '--library', folder])
    expect(stdout.match(/^\d\. /gm)).toHaveLength(6)
    expect(stdout).toMatch(/ ↑ increases IL-10/)
    expect(stdout).toContain('Study: 58 participants')
  })

  test('of a file that is not there or not an article fail', async () => {
    expect(failureOf(await pathmark.run(['mechanisms', './nowhere.html']))).toMatch('nowhere.html does not exist')
    const binary = await pathmark.fresh('picture.html')
    await writeFile(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
    expect(failureOf(await pathmark.run(['mechanisms', binary]))).toMatch('nothing that Pathmark can import')
  })
})
