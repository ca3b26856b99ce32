import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>
<p>Exercise lowers resting blood pressure in most adults who keep it up.</p></article></body></html>`

const article = async (name: string, title: string): Promise<string> => {
  const path = await pathmark.fresh(name)
  await writeFile(path, page(title))
  return path
}

describe('import', () => {
  test('reports what each file came to', async () => {
    const { folder } = await pathmark.library()
    const path = await article('exercise.html', 'Exercise and pressure')
    const keys = ['path', 'status', 'id', 'format', 'title', 'words', 'mechanisms', 'warnings']
    const [first] = (await pathmark.json(['import', path, '--library', folder])) as Record<string, unknown>[]
    expect(Object.keys(first ?? {})).toEqual(keys)
    expect(first).toMatchObject({
      path,
      status: 'imported',
      format: 'html',
      title: 'Exercise and pressure',
      warnings: [],
    })
    expect(first?.['words']).toBeGreaterThan(10)

    const [again] = (await pathmark.json(['import', path, '--library', folder])) as Record<string, unknown>[]
    expect(again).toMatchObject({ status: 'duplicate', id: first?.['id'] })
    expect(await pathmark.json(['list', '--library', folder])).toHaveLength(2)
  })

  test('goes on after a failure, tells it on standard error and ends with status 1', async () => {
    const { folder } = await pathmark.library()
    const good = await article('good.html', 'A good one')
    const missing = join(dirname(good), 'missing.html')
    const { status, stdout, stderr } = await pathmark.run(['import', missing, good, '--json', '--library', folder])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^pathmark: [^\n]*missing\.html[^\n]*does not exist[^\n]*\n$/)
    expect(JSON.parse(stdout)).toMatchObject([
      { path: missing, status: 'failed', id: null, format: null, title: null, words: 0, mechanisms: 0, warnings: [] },
      { path: good, status: 'imported' },
    ])
    expect((JSON.parse(stdout) as { error?: string }[])[0]?.error).toContain('does not exist')
  })

  test('brings in Markdown and plain text, told by what is in the file', async () => {
    const { folder } = await pathmark.library()
    const markdown = await pathmark.fresh('review.txt')
    await writeFile(
      markdown,
      '---\ntitle: A review\nauthor: Ana Müller\n---\n\n## Effects\n\nThe cells **reduce** pain.\n',
    )
    const text = await pathmark.fresh('letter.md')
    await writeFile(text, Buffer.from('A letter\n\nMesenchymal stem cells reduce neuropathic pain.\n', 'utf16le'))
    const imported = await pathmark.json(['import', markdown, text, '--library', folder])
    expect(imported).toMatchObject([
      { path: markdown, status: 'imported', format: 'markdown', title: 'A review', words: 5 },
      { path: text, status: 'imported', format: 'text', title: 'A letter', warnings: [] },
    ])
    const [{ id = '' } = {}] = imported as { id: string }[]
    expect(await readFile(join(folder, 'documents', id, 'source.md'), 'utf8')).toContain('author: Ana Müller')
    expect(await pathmark.json(['show', id, '--library', folder])).toMatchObject({
      metadata: { title: 'A review', authors: ['Ana Müller'] },
      text: 'Effects\nThe cells reduce pain.',
    })
  })

  test('takes nothing that is no article', async () => {
    const { folder } = await pathmark.library()
    const [pdf, drawing] = [await pathmark.fresh('paper.html'), await pathmark.fresh('drawing.html')]
    await writeFile(pdf, '%PDF-1.7\n')
    await writeFile(drawing, '<?xml version="1.0"?><drawing/>')
    for (const [operand, message] of [
      [pdf, '“paper.html” is a damaged PDF file that cannot be opened'],
      [
        drawing,
        'drawing.html is XML with the outermost element “drawing”, which Pathmark cannot import. It can import HTML pages, web archives (MHTML), EPUB books, PDF documents, JATS articles, Markdown and plain text.',
      ],
    ] as const) {
      const { status, stderr } = await pathmark.run(['import', operand, '--library', folder])
      expect(status).toBe(1)
      expect(stderr).toContain(message)
    }
    expect(await pathmark.json(['list', '--library', folder])).toHaveLength(1)
  })

  test('prints a title that would steer the terminal with its controls put out of action', async () => {
    const { folder } = await pathmark.library()
    const path = await article('odd.html', 'Loud &#27;[2J title &#x202e;reversed')
    const { stdout } = await pathmark.run(['import', path, '--library', folder])
    expect(stdout).toContain('Imported: ')
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    const list = await pathmark.run(['list', '--library', folder, '--json'])
    expect(list.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  })
})
