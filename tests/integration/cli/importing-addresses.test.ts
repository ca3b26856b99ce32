import { describe, expect, test } from 'vitest'
import { makePng } from '../../pictures/make-png.ts'
import { webServer } from '../fetching/web-server.ts'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

/** A process for each file takes its time on a busy machine. */
const PATIENCE = 150_000

const page = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Schmerz</title><base href="/figures/">
<article><h1>Schmerz</h1><p>Übelkeit und <a href="more.html">mehr</a>.</p><figure><img src="a.png" alt="A"></figure></article></html>`

describe('import of an address', () => {
  test(
    'keeps the page with its pictures, where it came from, and needs the server no more',
    { timeout: PATIENCE },
    async () => {
      const { folder } = await pathmark.library()
      const server = await webServer(({ url }, response) => {
        if (url === '/figures/a.png') response.end(makePng(40, 30))
        else if (url === '/old') response.writeHead(301, { location: '/page' }).end()
        else response.setHeader('content-type', 'text/html; charset=ISO-8859-1').end(Buffer.from(page, 'latin1'))
      })
      const asked = `${server.address}/old`
      const [report] = (await pathmark.json(['import', asked, '--library', folder])) as { id: string }[]
      await server.close()
      expect(report).toMatchObject({ path: asked, status: 'imported', format: 'html', title: 'Schmerz', warnings: [] })
      const shown = (await pathmark.json(['show', report?.id ?? '', '--html', '--library', folder])) as { html: string }
      expect(shown).toMatchObject({
        metadata: { address: `${server.address}/page` },
        text: expect.stringContaining('Übelkeit') as string,
      })
      expect(shown.html).toContain('src="assets/')
      expect(shown.html).toContain(`href="${server.address}/figures/more.html"`)
      expect(await pathmark.json(['check', '--library', folder])).toMatchObject({ ok: true })
    },
  )

  test('tells in one line why a page was not to be had, and goes on', { timeout: PATIENCE }, async () => {
    const { folder } = await pathmark.library()
    const server = await webServer((_request, response) => response.writeHead(404).end('<title>no</title>'))
    const { status, stdout, stderr } = await pathmark.run([
      'import',
      `${server.address}/a`,
      'http://nobody.invalid/',
      '--json',
      '--library',
      folder,
    ])
    await server.close()
    expect(status).toBe(1)
    expect(stderr).toMatch(/404 Not Found/)
    expect(stderr).toMatch(/nobody\.invalid (?:was not found|could not be looked up)/)
    expect(JSON.parse(stdout)).toMatchObject([{ status: 'failed' }, { status: 'failed' }])
  })
})
