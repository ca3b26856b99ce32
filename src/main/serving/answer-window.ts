import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DRAWING_TYPE } from '#library/importing/pictures/media-kinds.ts'
import { pictureSize } from '#library/importing/pictures/picture-size.ts'
import type { ArticleResources } from './article-resources.ts'
import { DRAWING_POLICY, PERMISSIONS_POLICY, RESOURCE_POLICY, WINDOW_POLICY } from './content-policy.ts'
import { readResourceFile } from './resource-file.ts'
import { WINDOW_ORIGIN, parseWindowAddress } from './window-address.ts'
import type { WindowTarget } from './window-address.ts'

/** What is looked at of a request. */
export type WindowRequest = Pick<Request, 'url' | 'method'> & { readonly headers: Pick<Headers, 'get'> }

/** On every answer. */
const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // No policy on content covers the looking up of names that links lead to.
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const WINDOW_HEADERS = {
  ...COMMON_HEADERS,
  'Content-Security-Policy': WINDOW_POLICY,
  'Permissions-Policy': PERMISSIONS_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
}

// A picture that was shown once must not be had from a cache under a name that was taken back.
const RESOURCE_HEADERS = { ...COMMON_HEADERS, 'Content-Security-Policy': RESOURCE_POLICY, 'Cache-Control': 'no-store' }
const DRAWING_HEADERS = { ...RESOURCE_HEADERS, 'Content-Security-Policy': DRAWING_POLICY }

/**
 * A list shows some twenty covers at once, each of them small: pictures beyond this, in bytes and in points, cost more to draw than they
 * are worth there, and the card is drawn without one.
 */
const LARGEST_COVER = 2 * 1024 * 1024
const MOST_POINTS_OF_COVER = 8_000_000

/** Told by the picture's own head; nothing is decoded in this process. */
const isSmallEnough = (bytes: Uint8Array): boolean => {
  const size = pictureSize(bytes)
  return size !== null && size.width * size.height <= MOST_POINTS_OF_COVER
}

/** The same for everything that is not there or not given, so that nothing can be learnt from it. */
const notFound = (): Response => new Response('Not found', { status: 404, headers: RESOURCE_HEADERS })

/** Fonts and modules say who asks for them; whoever says nothing has been looked at by `request-rules.ts` before. */
const isFromElsewhere = (request: WindowRequest): boolean => {
  const origin = request.headers.get('Origin')
  return origin !== null && origin !== WINDOW_ORIGIN
}

/**
 * Answers requests to the window's origin: the built renderer's files, and the pictures and fonts of the article that is open.
 * @param folder absolute path of the built renderer
 */
export const answerWindow = (folder: string, resources: ArticleResources) => {
  const read = async (target: WindowTarget): Promise<Response> => {
    if ('path' in target) {
      const bytes = new Uint8Array(await readFile(join(folder, target.path)))
      return new Response(bytes, { headers: { ...WINDOW_HEADERS, 'Content-Type': target.mediaType } })
    }
    const isCover = target.kind === 'cover'
    const granted = (): string | null =>
      isCover
        ? resources.folderOfCover(target.capability, target.document, target.name)
        : resources.folderOf(target.capability)
    const folderOfFile = granted()
    const file =
      folderOfFile === null
        ? null
        : await readResourceFile(folderOfFile, target.name, isCover ? LARGEST_COVER : undefined)
    // Asked again: reading takes a while, and the article may have been closed meanwhile.
    if (file === null || granted() === null) return notFound()
    if (isCover && !isSmallEnough(file.bytes)) return notFound()
    const headers = file.mediaType === DRAWING_TYPE ? DRAWING_HEADERS : RESOURCE_HEADERS
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.mediaType } })
  }
  return async (request: WindowRequest): Promise<Response> => {
    const target = parseWindowAddress(request.url)
    if (target === null || request.method !== 'GET' || isFromElsewhere(request)) return notFound()
    try {
      return await read(target)
    } catch (error) {
      console.error(`A file of the window could not be read: ${String(error)}`)
      return notFound()
    }
  }
}
