import { LARGEST_COMPANION, LARGEST_COMPANIONS } from '../importing/pictures/companions.ts'
import type { Companions } from '../importing/pictures/companions.ts'
import { isPictureFile } from '../importing/pictures/media-kinds.ts'
import { Slots } from '../importing-apart/slots.ts'
import { fetchAddress } from './fetch-address.ts'

/** Pictures of one page that are fetched. */
const MOST_PICTURES = 300
const AT_ONCE = 4
/** Milliseconds for one picture, and for all of a page. */
const TIME_EACH = 15_000
const TIME_ALL = 60_000

/** A picture's address that may be fetched for a page; a page that came encrypted has none that would come without. */
const pictureAddress = (reference: string, page: URL): URL | null => {
  if (!URL.canParse(reference)) return null
  const url = new URL(reference)
  const fits = url.protocol === 'https:' || (url.protocol === 'http:' && page.protocol === 'http:')
  return fits && url.username === '' && url.password === '' ? url : null
}

/**
 * The pictures of a page that was fetched, from the addresses that it names: those that the importer asks for and no others, and by the rules
 * of the page. What cannot be had is left out.
 * @param named as in `FetchOptions`
 */
export const companionsAt = (page: URL, named: string | null, ended?: AbortSignal): Companions => ({
  read: async references => {
    const found = new Map<string, Uint8Array>()
    const slots = new Slots(AT_ONCE)
    const late = AbortSignal.timeout(TIME_ALL)
    const signal = ended === undefined ? late : AbortSignal.any([late, ended])
    let room = LARGEST_COMPANIONS
    const fetchOne = async (reference: string): Promise<void> => {
      const url = pictureAddress(reference, page)
      if (url === null || signal.aborted || room <= 0) return
      const limits = { size: Math.min(LARGEST_COMPANION, room), time: TIME_EACH }
      const fetched = await fetchAddress(url, { accept: 'image/avif,image/webp,image/*', named, limits, signal })
      if (!fetched.ok || fetched.value.bytes.length > room || !isPictureFile(fetched.value.bytes)) return
      room -= fetched.value.bytes.length
      found.set(reference, fetched.value.bytes)
    }
    const wanted = references.slice(0, MOST_PICTURES)
    await Promise.all(wanted.map(reference => slots.use(() => fetchOne(reference))))
    return found
  },
})
