import type { RequestListener } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { addressSource } from '#library/fetching/address-source.ts'
import type { GivenFile } from '#library/import-source.ts'
import { makePng } from '../../pictures/make-png.ts'
import { webServer } from './web-server.ts'
import type { WebServer } from './web-server.ts'

let server: WebServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const page = '<!doctype html><title>Pain</title><article><p>IL-10 reduces it.</p></article>'
const limits = { size: 100_000, time: 2_000 }

const served = async (answer: RequestListener): Promise<WebServer> => (server = await webServer(answer))

const fetched = async (path: string, answer: RequestListener): Promise<GivenFile | string> => {
  const { address } = await served(answer)
  const given = await addressSource(path.includes('://') ? path : `${address}${path}`, limits)()
  return given.ok ? given.value : given.error.message
}

const bytesOf = (given: GivenFile | string): string =>
  typeof given === 'string' ? given : Buffer.from(given.bytes).toString('utf8')

describe('a page that is fetched by its address', () => {
  it('comes as it is, with the address that answered, and says nothing of the reader', async () => {
    const given = await fetched('/a%20b/Pain%20page.html?x=1#part', (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=ISO-8859-1').end(page)
    })
    expect(bytesOf(given)).toBe(page)
    expect(given).toMatchObject({
      fileName: 'Pain page.html',
      origin: { address: `${server?.address}/a%20b/Pain%20page.html?x=1`, encoding: 'ISO-8859-1' },
    })
    const [request] = server?.requests ?? []
    expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ])
  })

  it.each([
    ['gzip', gzipSync(page)],
    ['br', brotliCompressSync(page)],
  ])('is unpacked (%s)', async (coding, body) => {
    const given = await fetched('/', (_request, response) => response.setHeader('content-encoding', coding).end(body))
    expect(bytesOf(given)).toBe(page)
  })

  it('is found where the server sends on to', async () => {
    const given = await fetched('/one', ({ url }, response) => {
      if (url === '/three') response.end(page)
      else response.writeHead(302, { location: url === '/one' ? 'two' : '/three' }).end()
    })
    expect(given).toMatchObject({ origin: { asked: `${server?.address}/one`, address: `${server?.address}/three` } })
  })

  it.each<[string, string, RequestListener, RegExp]>([
    ['is not there', '/', (_, response) => response.writeHead(404).end('x'), /404 Not Found/],
    ['fails on the server', '/', (_, response) => response.writeHead(500).end('x'), /500 Internal Server Error/],
    ['is sent on in circles', '/', (_, response) => response.writeHead(301, { location: '/' }).end(), /without end/],
    [
      'is sent on to a file',
      '/',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /file:/,
    ],
    [
      'is sent on to another machine of the own network',
      '/',
      (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      /10\.0\.0\.1 is in this computer's own network/,
    ],
    [
      'is sent on to this machine by another name',
      '/',
      (_, response) => response.writeHead(302, { location: 'http://localhost/' }).end(),
      /localhost is in this computer's own network/,
    ],
    [
      'is sent on to what else this machine serves',
      '/',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /127\.0\.0\.1:1 is in this computer's own network/,
    ],
    [
      'is sent on to the mapped form of a number',
      '/',
      (_, response) => response.writeHead(302, { location: 'http://[::ffff:10.0.0.1]/' }).end(),
      /own network/,
    ],
    [
      'says that it is too large',
      '/',
      (_, response) => void response.writeHead(200, { 'content-length': 200_000 }).write('x'),
      /larger than/,
    ],
    [
      'is packed to burst',
      '/',
      (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(30_000_000))),
      /larger than/,
    ],
    [
      'is not what it is said to be packed with',
      '/',
      (_, response) => response.setHeader('content-encoding', 'gzip').end(page),
      /no answer that can be read/,
    ],
    [
      'is packed in an unknown way',
      '/',
      (_, response) => response.setHeader('content-encoding', 'zip').end(page),
      /packed the page/,
    ],
    [
      'breaks off',
      '/',
      (_, response) => {
        response.writeHead(200, { 'content-length': 5_000 }).write(page)
        setImmediate(() => response.destroy())
      },
      /broke the connection off|no answer/,
    ],
    ['never comes', '/', () => undefined, /more than 2 seconds/],
    ['has a name in its address', 'http://bank.example@127.0.0.1/', () => undefined, /name before an @/],
    ['is no page of the web', 'ftp://127.0.0.1/', () => undefined, /https:\/\/ or http:\/\//],
  ])('is told when it %s', async (_name, path, answer, told) => {
    const given = await fetched(path, answer)
    expect(given).toMatch(told)
    expect(given).not.toContain('\n')
  })

  it('has no end of its time because it trickles, nor of its size because it does not stop', async () => {
    const trickle: RequestListener = (_request, response) => {
      const timer = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(timer))
    }
    expect(await fetched('/', trickle)).toMatch(/more than 2 seconds/)
    const flood: RequestListener = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(20_000))) continue
      }
      response.on('drain', more)
      more()
    }
    await server?.close()
    expect(await fetched('/', flood)).toMatch(/larger than/)
  })

  it('says that nobody answers', async () => {
    const { address, close } = await served(() => undefined)
    await close()
    server = null
    const given = await addressSource(address, limits)()
    expect(given).toMatchObject({ ok: false, error: { message: expect.stringContaining('refused') as string } })
  })

  it('can be cancelled', async () => {
    const { address } = await served(() => undefined)
    const controller = new AbortController()
    const given = addressSource(address, limits)(controller.signal)
    controller.abort()
    expect(await given).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})

describe('the pictures of a fetched page', () => {
  it('are fetched from its own server, when they are asked for, and are pictures', async () => {
    const png = makePng(20, 10)
    const given = await fetched('/', ({ url }, response) => {
      if (url === '/a.png') response.end(png)
      else if (url === '/moved.png') response.writeHead(302, { location: '/a.png' }).end()
      else response.end(page)
    })
    if (typeof given === 'string') throw new Error(given)
    expect(server?.requests).toHaveLength(1)
    const at = (path: string): string => `${server?.address ?? ''}${path}`
    const found = await given.companions.read([
      at('/a.png'),
      at('/moved.png'),
      at('/page.png'),
      'file:///etc/passwd',
      'http://10.0.0.1/a.png',
      `http://localhost:${server?.port}/a.png`,
      'a.png',
    ])
    expect([...found.keys()].toSorted()).toEqual([at('/a.png'), at('/moved.png')])
    expect(server?.requests.map(({ url }) => url).toSorted()).toEqual([
      '/',
      '/a.png',
      '/a.png',
      '/moved.png',
      '/page.png',
    ])
    expect(server?.requests.every(({ headers }) => headers.referer === undefined)).toBe(true)
  })
})
