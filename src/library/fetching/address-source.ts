import { succeed } from '#core/result/result.ts'
import { contentHash } from '../importing/content-hash.ts'
import type { ImportSource } from '../import-source.ts'
import { companionsAt } from './companions-at.ts'
import { fetchAddress } from './fetch-address.ts'
import type { FetchLimits } from './fetch-address.ts'
import { namesMachine } from './public-address.ts'
import { parseTypedAddress } from './typed-address.ts'

const LIMITS: FetchLimits = { size: 64 * 1024 * 1024, time: 30_000 }

const ACCEPT =
  'text/html,application/xhtml+xml,application/pdf,application/epub+zip,application/xml;q=0.9,text/*;q=0.9,*/*;q=0.5'

/** The character set that the server names. */
const encodingOf = (contentType: string | null): string | undefined =>
  /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]

/** The last part of the address, as the name of a file would be; the host when there is none. */
const fileNameOf = (address: URL): string => {
  const last = address.pathname.split('/').findLast(part => part !== '') ?? ''
  let name = last
  try {
    name = decodeURIComponent(last)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
  }
  return (
    name
      .replace(/[\p{Cc}/\\]+/gu, ' ')
      .trim()
      .slice(0, 200) || address.hostname
  )
}

/** What is at an address that the reader typed or pasted, with the pictures of the page. Nothing is fetched before it is read. */
export const addressSource =
  (typed: string, limits: FetchLimits = LIMITS): ImportSource =>
  async signal => {
    const asked = parseTypedAddress(typed)
    if (!asked.ok) return asked
    const named = namesMachine(asked.value) ? asked.value.host : null
    const fetched = await fetchAddress(asked.value, { accept: ACCEPT, named, limits, signal })
    if (!fetched.ok) return fetched
    const { bytes, address, contentType } = fetched.value
    const encoding = encodingOf(contentType)
    return succeed({
      bytes,
      hash: contentHash(bytes),
      fileName: fileNameOf(address),
      companions: companionsAt(address, named, signal),
      origin: { asked: asked.value.href, address: address.href, ...(encoding !== undefined && { encoding }) },
    })
  }
