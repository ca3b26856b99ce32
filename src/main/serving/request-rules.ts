import { WINDOW_ADDRESS, WINDOW_ORIGIN, parseWindowAddress } from './window-address.ts'

/** What the network layer tells of a request before it is made. */
export interface AskedRequest {
  readonly url: string
  readonly method: string
  readonly resourceType: string
  /** Whose page asks; absent when no page does. */
  readonly webContentsId?: number | undefined
  /** Address of the frame that asks; absent for a worker. */
  readonly frameAddress?: string | undefined
  /** True for the top frame, false for one inside it; absent for a worker. */
  readonly fromTopFrame?: boolean | undefined
}

/** What each kind of request may load: a picture can be no script, and a script no picture. */
const EXTENSIONS: Readonly<Record<string, RegExp>> = {
  script: /\.js$/,
  // A worker's first script.
  other: /\.js$/,
  stylesheet: /\.css$/,
  font: /\.(?:woff2?|ttf|otf)$/,
  image: /\.(?:png|jpe?g|gif|webp|avif|svg)$/,
}

/** The kinds that an article's own resources may be asked as. */
const RESOURCE_KINDS = new Set(['image', 'font'])

const isOwnPage = ({ resourceType, url, fromTopFrame }: AskedRequest): boolean =>
  resourceType === 'mainFrame' && url === WINDOW_ADDRESS && fromTopFrame !== false

const isOwnFile = ({ resourceType, url, frameAddress, fromTopFrame }: AskedRequest): boolean => {
  const target = parseWindowAddress(url)
  if (target === null) return false
  if (target.kind === 'resource' && !RESOURCE_KINDS.has(resourceType)) return false
  if (target.kind === 'cover' && resourceType !== 'image') return false
  if (fromTopFrame === false) return false
  // A worker has no frame; its script is one of the program's own files like any other.
  if (frameAddress !== undefined && !frameAddress.startsWith(`${WINDOW_ORIGIN}/`)) return false
  return EXTENSIONS[resourceType]?.test(url) === true
}

/**
 * Whether a request may be made. Everything is refused but: the window's one page, from the window; and from that page the program's own
 * files and the open article's pictures and fonts, each as what it is.
 * @param window id of the window's contents, or null while there is none
 */
export const isAllowedRequest = (asked: AskedRequest, window: number | null): boolean =>
  window !== null && asked.webContentsId === window && asked.method === 'GET' && (isOwnPage(asked) || isOwnFile(asked))
