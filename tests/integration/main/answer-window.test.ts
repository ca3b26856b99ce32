import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerWindow } from '../../../src/main/serving/answer-window.ts'
import { holdArticleResources } from '../../../src/main/serving/article-resources.ts'
import { makePng } from '../../pictures/make-png.ts'
import { ADDRESSES_TO_NOWHERE } from '../../unit/main/addresses-to-nowhere.ts'

const PNG = Buffer.from('\u0089PNG\r\n\u001a\nand the rest', 'latin1')
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let folder = ''
let assets = ''
const resources = holdArticleResources()

/** Puts a file among the article's resources under the name that its bytes ask for. */
const addResource = async (bytes: Uint8Array | string, extension: string): Promise<string> => {
  const name = `${hashOf(Buffer.from(bytes))}.${extension}`
  await writeFile(join(assets, name), bytes)
  return name
}
const ask = (url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Response> =>
  answerWindow(join(folder, 'renderer'), resources)({ url, method, headers: new Headers(headers) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-window-'))
  assets = join(folder, 'document', 'assets')
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await mkdir(join(folder, 'main'))
  await mkdir(assets, { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'renderer', 'assets', 'main.js'), 'run()')
  await writeFile(join(folder, 'main', 'index.js'), 'secret')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('covers of the library’s list', () => {
  const png = makePng(40, 60)
  const coverName = `${hashOf(png)}.png`
  const grantCovers = (): string =>
    resources.grantCovers({
      documents: folder,
      isCover: (document, name) => document === 'document' && name === coverName,
    })

  it('are given under a name that cannot be guessed, until the page is gone', async () => {
    await addResource(png, 'png')
    const covers = grantCovers()
    const answer = await ask(`${covers}document/${coverName}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(grantCovers()).toBe(covers)
    const guessed = covers.replace(/[\da-f]{32}/, '0'.repeat(32))
    expect((await ask(`${guessed}document/${coverName}`)).status).toBe(404)
    resources.revoke()
    expect((await ask(`${covers}document/${coverName}`)).status).toBe(404)
    expect(grantCovers()).not.toBe(covers)
  })

  it('are covers alone: no other picture of a document, and none of another document', async () => {
    const other = await addResource(PNG, 'png')
    await addResource(png, 'png')
    const covers = grantCovers()
    expect((await ask(`${covers}document/${other}`)).status).toBe(404)
    expect((await ask(`${covers}another/${coverName}`)).status).toBe(404)
    expect((await ask(`${covers}../document/${coverName}`)).status).toBe(404)
  })

  it('are small: what has too many bytes or points for a list is not given', async () => {
    const wide = makePng(4_000, 2_500)
    const heavy = Buffer.concat([makePng(40, 60), Buffer.alloc(3 * 1024 * 1024)])
    for (const bytes of [wide, heavy]) {
      const name = await addResource(bytes, 'png')
      const covers = resources.grantCovers({ documents: folder, isCover: () => true })
      expect((await ask(`${covers}document/${name}`)).status).toBe(404)
    }
  })
})

describe('the window’s own files', () => {
  it('come with a policy that names no script but their own, and are taken for nothing else', async () => {
    const page = await ask('pathmark-app://window/index.html')
    expect(page.status).toBe(200)
    const policy = page.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(page.headers.get('Permissions-Policy')).toMatch(/camera=\(\).*microphone=\(\)/)
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(page.headers.get('X-DNS-Prefetch-Control')).toBe('off')
    expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(page.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(await (await ask('pathmark-app://window/assets/main.js')).text()).toBe('run()')
  })

  it.each(ADDRESSES_TO_NOWHERE)('are not found at %j', async address => {
    const answer = await ask(address)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('Not found')
  })

  it('are not found when they cannot be read, and why stands in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await ask('pathmark-app://window/assets/gone.js')
    expect(answer.status).toBe(404)
    expect(log).toHaveBeenCalledWith(expect.stringMatching(/^A file of the window could not be read: .*ENOENT/))
    log.mockRestore()
  })

  it('are given to no other method and to no other origin', async () => {
    for (const method of ['POST', 'HEAD', 'OPTIONS', 'PUT'])
      expect((await ask('pathmark-app://window/index.html', method)).status).toBe(404)
    const address = 'pathmark-app://window/assets/main.js'
    expect((await ask(address, 'GET', { Origin: 'pathmark-app://window' })).status).toBe(200)
    for (const Origin of ['null', 'https://example.org', 'pathmark-app://other', 'file://'])
      expect((await ask(address, 'GET', { Origin })).status).toBe(404)
  })
})

describe('an article’s pictures and fonts', () => {
  it('are given under the name of this opening, and may do nothing as a page', async () => {
    const name = await addResource(PNG, 'png')
    const answer = await ask(resources.grant(assets) + name)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; sandbox/)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG)
  })

  it('are not given any more when another article was opened, or the page left', async () => {
    const name = await addResource(PNG, 'png')
    const first = resources.grant(assets)
    const second = resources.grant(assets)
    expect(first).not.toBe(second)
    expect((await ask(first + name)).status).toBe(404)
    expect((await ask(second + name)).status).toBe(200)
    resources.revoke()
    expect((await ask(second + name)).status).toBe(404)
    expect((await ask(`pathmark-app://window/article/${'0'.repeat(32)}/${name}`)).status).toBe(404)
  })

  it.each([
    ['png', PNG],
    ['jpg', Buffer.from('\u00ff\u00d8\u00ff\u00e0', 'latin1')],
    ['jpeg', Buffer.from('\u00ff\u00d8\u00ff\u00db', 'latin1')],
    ['gif', Buffer.from('GIF89a..')],
    ['webp', Buffer.from('RIFF....WEBPVP8 ')],
    ['avif', Buffer.from('....ftypavif....')],
    ['woff2', Buffer.from('wOF2....')],
    ['woff', Buffer.from('wOFF....')],
    ['otf', Buffer.from('OTTO....')],
    ['ttf', Buffer.from([0, 1, 0, 0, 0])],
  ])('may be %s', async (extension, bytes) => {
    const name = await addResource(bytes, extension)
    expect((await ask(resources.grant(assets) + name)).status).toBe(200)
  })

  it('may be a drawing, with a policy under which it could do nothing as a page of its own', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
    const answer = await ask(resources.grant(assets) + (await addResource(drawing, 'svg')))
    expect([answer.status, await answer.text()]).toEqual([200, drawing])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    })
    for (const part of [
      '<script>x</script>',
      '<image href="http://a.example/x"/>',
      '<foreignObject/>',
      '<path onload="x"/>',
    ]) {
      const name = await addResource(drawing.replace('<path d="M0 0"/>', part), 'svg')
      expect((await ask(resources.grant(assets) + name)).status).toBe(404)
    }
  })

  it.each([
    ['a page', '<!doctype html><script>pwned()</script>', 'html'],
    ['a page that is called a picture', '<!doctype html><script>pwned()</script>', 'png'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="pwned()"/>', 'svg'],
    ['a drawing that is called a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'png'],
    ['a script', 'pwned()', 'js'],
    ['a style sheet', '*{}', 'css'],
    ['a document', '%PDF-1.7', 'pdf'],
    ['a picture of another kind than its name says', 'GIF89a', 'png'],
    ['a picture that is cut off', '\u0089PN', 'png'],
    ['nothing', '', 'png'],
  ])('cannot be %s', async (_what, content, extension) => {
    const name = await addResource(content, extension)
    expect((await ask(resources.grant(assets) + name)).status).toBe(404)
  })

  it('cannot be a file that was changed since, nor any other file of the library', async () => {
    const name = await addResource(PNG, 'png')
    await writeFile(join(assets, name), Buffer.concat([PNG, Buffer.from('!')]))
    await writeFile(join(assets, 'photo.png'), PNG)
    await writeFile(join(folder, 'document', 'notes.json'), '{}')
    const address = resources.grant(assets)
    for (const other of [name, 'photo.png', '../notes.json', '..%2fnotes.json', '../../main/index.js', ''])
      expect((await ask(address + other)).status).toBe(404)
  })

  it('cannot lie behind a link: neither the file nor the folder', async () => {
    const name = `${hashOf(PNG)}.png`
    await writeFile(join(folder, 'elsewhere.png'), PNG)
    await symlink(join(folder, 'elsewhere.png'), join(assets, name))
    expect((await ask(resources.grant(assets) + name)).status).toBe(404)
    await rm(join(assets, name))
    await writeFile(join(assets, name), PNG)
    await symlink(assets, join(folder, 'linked'))
    expect((await ask(resources.grant(join(folder, 'linked')) + name)).status).toBe(404)
    expect((await ask(resources.grant(assets) + name)).status).toBe(200)
  })

  it('may be absent, folder and all', async () => {
    expect((await ask(`${resources.grant(join(folder, 'none'))}${'0'.repeat(64)}.png`)).status).toBe(404)
    await mkdir(join(assets, `${'1'.repeat(64)}.png`))
    expect((await ask(`${resources.grant(assets)}${'1'.repeat(64)}.png`)).status).toBe(404)
  })
})
