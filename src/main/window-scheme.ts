import { net, protocol } from 'electron'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The window's own origin. Nothing but the built renderer is served from it. */
const SCHEME = 'pathmark-app'
export const WINDOW_ADDRESS = `${SCHEME}://window/index.html`
export const WINDOW_ORIGIN = `${SCHEME}://window`

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
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * The file that an address of the window's origin stands for, or null when it points anywhere else.
 * Percent signs left after decoding, back slashes and NUL are refused rather than read in some way.
 */
export const windowFile = (address: string, folder: string): string | null => {
  const url = new URL(address)
  if (url.protocol !== `${SCHEME}:` || url.host !== 'window') return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (/[%\\\0]|\/\/|(^|\/)\.\.?(\/|$)/.test(path)) return null
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : null
}

/** Serves the built renderer to the window. */
export const serveWindow = (folder: string): void => {
  protocol.handle(SCHEME, async request => {
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
