import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

/** A process for each file takes its time on a busy machine. */
const PATIENCE = 150_000

const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${title} lowers blood pressure.</p></article></html>`

/** A folder with these files. */
const folderWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await pathmark.fresh('articles')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const many = (number: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: number }, (_, at) => [`study ${at + 1}.html`, page(`Study ${at + 1}`)]))

describe('import of a folder', () => {
  test('brings in all of its articles, and goes on after one that fails', async () => {
    const { folder } = await pathmark.library()
    const articles = await folderWith({ ...many(3), 'below/bad.html': '', 'style.css': 'p {}' })
    const { status, stdout, stderr } = await pathmark.run(['import', articles, '--json', '--library', folder])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: join(articles, 'below/bad.html'),
        status: 'failed',
        error: expect.stringContaining('is empty') as string,
      },
      { path: join(articles, 'study 1.html'), status: 'imported', title: 'Study 1' },
      { path: join(articles, 'study 2.html'), status: 'imported' },
      { path: join(articles, 'study 3.html'), status: 'imported' },
    ])
    expect(stderr).toContain('Passed over 1 file that holds no article (1 .css).')
    expect(stderr).toContain('bad.html is empty.')
    expect(await pathmark.json(['list', '--library', folder])).toHaveLength(4)
  })

  test('keeps the same file once, although both are imported at the same time', async () => {
    const { folder } = await pathmark.library()
    const articles = await folderWith({
      'a.html': page('Exercise'),
      'b.html': page('Exercise'),
      'c.html': page('Exercise'),
    })
    const imported = (await pathmark.json(['import', articles, '--quiet', '--library', folder])) as { status: string }[]
    expect(imported.map(({ status }) => status).toSorted()).toEqual(['duplicate', 'duplicate', 'imported'])
    expect(await pathmark.json(['list', '--library', folder])).toHaveLength(2)
  })

  test('tells how far it is on standard error, unless it is to be quiet', { timeout: PATIENCE }, async () => {
    const { folder } = await pathmark.library()
    const articles = await folderWith(many(20))
    const { stdout, stderr } = await pathmark.run(['import', articles, '--library', folder])
    expect(stdout.match(/^Imported: /gm)).toHaveLength(20)
    expect(stderr).toMatch(/^pathmark: Importing 10 of 20$/m)
    expect(stderr).toMatch(/^pathmark: 20 imported, 0 there already, 0 failed\.$/m)
    const again = await pathmark.run(['import', articles, '--quiet', '--library', folder])
    expect(again).toMatchObject({ status: 0, stderr: '' })
  })

  test(
    'brings in forty files, one of them bad, and hands each to its place in the report',
    { timeout: PATIENCE },
    async () => {
      const { folder } = await pathmark.library()
      const articles = await folderWith({ ...many(39), 'study 17b.html': '\u0000\u0001\u0002 no page at all' })
      const { status, stdout, stderr } = await pathmark.run(['import', articles, '--json', '--library', folder])
      expect(status).toBe(1)
      const reports = JSON.parse(stdout) as { path: string; status: string; title: string }[]
      expect(reports).toHaveLength(40)
      const outcomes = new Map(reports.map(({ path, status: outcome, title }) => [basename(path), { outcome, title }]))
      expect(outcomes.get('study 17b.html')).toMatchObject({ outcome: 'failed' })
      for (let number = 1; number <= 39; number += 1)
        expect(outcomes.get(`study ${number}.html`)).toEqual({ outcome: 'imported', title: `Study ${number}` })
      expect(stderr.match(/^pathmark: .*study 17b\.html/gm)).toHaveLength(1)
      expect(stderr).toMatch(/^pathmark: Importing 36 of 40$/m)
      expect(await pathmark.json(['list', '--library', folder])).toHaveLength(40)
    },
  )

  test(
    'keeps what is done when it is interrupted, and tells the rest as cancelled',
    { timeout: PATIENCE },
    async () => {
      const { folder } = await pathmark.library()
      const articles = await folderWith(many(12))
      const child = spawn(process.execPath, [pathmark.program, 'import', articles, '--library', folder])
      let stderr = ''
      child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
      const ended = new Promise(resolve => child.on('close', resolve))
      await once(child.stdout, 'data')
      child.kill('SIGINT')
      expect(await ended).toBe(1)
      const cancelled = Number(/Interrupted: (\d+) of 12 were not imported\./.exec(stderr)?.[1])
      expect(cancelled).toBeGreaterThan(0)
      expect(stderr).not.toContain('could not be imported')
      expect(await pathmark.json(['list', '--library', folder])).toHaveLength(1 + 12 - cancelled)
      expect(await pathmark.json(['check', '--library', folder])).toMatchObject({ ok: true })
    },
  )

  test('says so when there is nothing in it', async () => {
    const { folder } = await pathmark.library()
    const empty = await mkdtemp(join(dirname(folder), 'empty-'))
    const { status, stderr } = await pathmark.run(['import', empty, '--library', folder])
    expect(status).toBe(0)
    expect(stderr).toContain('There is no article in this folder.')
  })
})
