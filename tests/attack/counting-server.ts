import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  readonly type: 'text/html' | 'text/javascript' | 'image/svg+xml'
  readonly body: string
  readonly policy?: string
}

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const stop = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

export interface PageServer {
  readonly origin: string
  close(): Promise<void>
}

/** A server on this machine that serves pages by their paths. */
export const startPageServer = async (pages: (path: string) => Served | null): Promise<PageServer> => {
  const server = createServer((request, response) => {
    const page = pages(request.url ?? '/')
    if (page === null) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('Content-Type', `${page.type}; charset=utf-8`)
    if (page.policy !== undefined) response.setHeader('Content-Security-Policy', page.policy)
    response.end(page.body)
  })
  return { origin: await listen(server), close: () => stop(server) }
}

/** A request that a string brought about. */
interface Hit {
  /** The string's number; null when the address is not that of any. */
  readonly number: number | null
  /** True when a frame or window was to go there, rather than something in a page to be loaded. */
  readonly isNavigation: boolean
}

export interface CountingServer {
  /** The address that attack strings are given. */
  readonly address: string
  readonly hits: readonly Hit[]
  close(): Promise<void>
}

/** A server on this machine, at an origin of its own, that has nothing and counts all that is asked of it. */
export const startCountingServer = async (): Promise<CountingServer> => {
  const hits: Hit[] = []
  const server = createServer((request, response) => {
    const number = /^\/hit\/(\d+)/.exec(request.url ?? '')?.[1]
    hits.push({
      number: number === undefined ? null : Number(number),
      isNavigation: request.headers['sec-fetch-mode'] === 'navigate',
    })
    response.statusCode = 404
    response.end()
  })
  return { address: `${await listen(server)}/hit`, hits, close: () => stop(server) }
}
