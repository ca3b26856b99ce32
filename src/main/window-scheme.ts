import { net, protocol } from 'electron'
import { pathToFileURL } from 'node:url'
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

/** Serves the built renderer to the window. */
export const serveWindow = (folder: string): void => {
  protocol.handle(WINDOW_SCHEME, async request => {
    const file = windowFile(request.url, folder)
    if (file === null || request.method !== 'GET') return new Response('Not found', { status: 404 })
    try {
      const response = await net.fetch(pathToFileURL(file).href)
      const headers = new Headers(response.headers)
      headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
      headers.set('X-Content-Type-Options', 'nosniff')
      return new Response(response.body, { status: response.status, headers })
    } catch {
      // The file is not there: `net.fetch` rejects for files, where a web server would answer.
      return new Response('Not found', { status: 404 })
    }
  })
}
