/** The scheme of the window's own origin. Nothing else is served by it, and no other scheme is served at all. */
export const WINDOW_SCHEME = 'pathmark-app'
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://window`
/** The one page that the window ever shows. */
export const WINDOW_ADDRESS = `${WINDOW_ORIGIN}/index.html`

/** What the built renderer consists of. A file of any other kind is not served. */
const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

/** What an address of the window's origin stands for. */
export type WindowTarget =
  /** A file of the built renderer; `path` is relative to its folder, in at most two parts. */
  | { readonly kind: 'page' | 'file'; readonly path: string; readonly mediaType: string }
  /** A picture or font of the article that is open, under the name that this opening was given. */
  | { readonly kind: 'resource'; readonly capability: string; readonly name: string }
  /** The picture that stands for a document in the list of the library. */
  | { readonly kind: 'cover'; readonly capability: string; readonly document: string; readonly name: string }

// Whole addresses and plain names only: what needs decoding, has dots for folders, a query or a fragment matches none of these.
const FILE = /^pathmark-app:\/\/window\/(assets\/[\w-](?:[\w-]|\.(?=[\w-]))*\.(js|css|woff2?|svg|png))$/
const RESOURCE = /^pathmark-app:\/\/window\/article\/([\da-f]{32})\/([\da-f]{64}\.[a-z\d]{3,5})$/
const COVER = /^pathmark-app:\/\/window\/cover\/([\da-f]{32})\/([a-z\d-]{1,64})\/([\da-f]{64}\.[a-z\d]{3,5})$/
/** An address that is longer is none of the program's own. */
const LONGEST = 256

/**
 * Reads an address of the window's origin, or null when it is none that the program itself makes. The address is compared as it came:
 * there is no decoding and no normalising, so there is nothing that could be decoded twice or in another way than elsewhere.
 */
export const parseWindowAddress = (address: string): WindowTarget | null => {
  if (address.length > LONGEST) return null
  if (address === WINDOW_ADDRESS) return { kind: 'page', path: 'index.html', mediaType: MEDIA_TYPES.html }
  const [, path, extension] = FILE.exec(address) ?? []
  if (path !== undefined && extension !== undefined)
    return { kind: 'file', path, mediaType: MEDIA_TYPES[extension as keyof typeof MEDIA_TYPES] }
  const [, capability, name] = RESOURCE.exec(address) ?? []
  if (capability !== undefined && name !== undefined) return { kind: 'resource', capability, name }
  const [, covers, document, cover] = COVER.exec(address) ?? []
  return covers === undefined || document === undefined || cover === undefined
    ? null
    : { kind: 'cover', capability: covers, document, name: cover }
}
