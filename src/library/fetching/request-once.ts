import { lookup as lookUp } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Refused } from './fetch-failure.ts'
import { bareHost, isPublicAddress, namesMachine } from './public-address.ts'

export interface RequestOnce {
  readonly url: URL
  /** Kinds of content that are asked for. */
  readonly accept: string
  /** The machine that the reader named by itself, with its port, which may be one that is not public; null when a name was typed. */
  readonly named: string | null
  readonly signal: AbortSignal
}

const notPublic = (host: string): Refused =>
  new Refused(
    `${host} is in this computer's own network and not in the public one, so that it was not fetched. ` +
      'Type its number to fetch from there.',
  )

/** Looks a name up and connects to nothing but what was found and checked: the answer is used once, for this connection. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return callback(error, [])
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(notPublic(hostname), [])
    const [first] = addresses
    return options.all === true ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family)
  })
}

/** A name of this machine leads to this machine, whatever a table of names says. */
const lookUpHere: LookupFunction = (_hostname, options, callback) => {
  const here = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]
  if (options.all === true) callback(null, here)
  else callback(null, '127.0.0.1', 4)
}

/** True when this host may be asked: a public one, or the very one that the reader typed, not what else that machine serves. */
const mayAsk = (url: URL, named: string | null): boolean =>
  !namesMachine(url) || url.host === named || isPublicAddress(bareHost(url))

/**
 * Asks a server once, and follows nothing. No cookies, no referrer, no credentials, nothing of this machine but its version of the
 * program. Rejects with `Refused`, or with an error of the system. The answer's body has not been read.
 */
export const requestOnce = ({ url, accept, named, signal }: RequestOnce): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    if (!mayAsk(url, named)) {
      reject(notPublic(url.host))
      return
    }
    const options: RequestOptions = {
      agent: false,
      signal,
      lookup: namesMachine(url) ? lookUpHere : lookUpPublic,
      headers: {
        accept,
        'accept-encoding': 'gzip, br, deflate',
        'accept-language': 'en, *;q=0.5',
        'user-agent': 'Mozilla/5.0 (compatible; Pathmark)',
      },
    }
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve)
    request.on('error', reject)
    request.end()
  })
