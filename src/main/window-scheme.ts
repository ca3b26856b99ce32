import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { WINDOW_SCHEME, windowFile } from './window-file.ts'

/** The window's own origin. Nothing but the built renderer is served from it. */
export const WINDOW_ADDRESS = `${WINDOW_SCHEME}://window/index.html`
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://window`

/** Article content can run nothing: no script source but the window's own files, no request that leaves the machine. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready. */
export const registerWindowScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: WINDOW_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** What the built renderer consists of. A file of any other kind is not served. */
const MEDIA_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
])

const notFound = (): Response => new Response('Not found', { status: 404 })

/** Serves the built renderer to the window. */
export const serveWindow = (folder: string): void => {
  protocol.handle(WINDOW_SCHEME, async request => {
    const file = windowFile(request.url, folder)
    const type = file === null ? undefined : MEDIA_TYPES.get(extname(file))
    if (file === null || type === undefined || request.method !== 'GET') return notFound()
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch (error) {
      console.error(`A file of the window could not be read: ${String(error)}`)
      return notFound()
    }
  })
}
