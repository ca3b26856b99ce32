import { STATUS_CODES } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { Refused, fetchFailure } from './fetch-failure.ts'
import { readBody } from './read-body.ts'
import { requestOnce } from './request-once.ts'

export interface FetchLimits {
  /** Bytes, after unpacking. */
  readonly size: number
  /** Milliseconds for all of it, redirects included. */
  readonly time: number
}

export interface FetchOptions {
  readonly accept: string
  /** The host that the reader typed, with its port, where it names one machine by itself; null otherwise. */
  readonly named: string | null
  readonly limits: FetchLimits
  readonly signal?: AbortSignal | undefined
}

export interface Fetched {
  readonly bytes: Uint8Array
  /** The address that answered. */
  readonly address: URL
  readonly contentType: string | null
}

const MOST_REDIRECTS = 5

/** Where an answer sends on to; null when it does not. */
const redirectOf = (answer: IncomingMessage, from: URL): URL | null => {
  const { statusCode = 0 } = answer
  const { location } = answer.headers
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null
  if (!URL.canParse(location, from.href)) throw new Refused(`${from.host} sends on to an address that is none.`)
  const to = new URL(location, from)
  if (to.protocol !== 'http:' && to.protocol !== 'https:')
    throw new Refused(`${from.host} sends on to an address that is not fetched (${to.protocol}).`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw new Refused(`${from.host} sends on to ${to.host} without encryption, so that the page was not fetched.`)
  if (to.username !== '' || to.password !== '') throw new Refused(`${from.host} sends on with a name or password.`)
  to.hash = ''
  return to
}

const follow = async (start: URL, options: FetchOptions, signal: AbortSignal): Promise<Fetched> => {
  let url = start
  for (let sent = 0; sent <= MOST_REDIRECTS; sent += 1) {
    const answer = await requestOnce({ url, accept: options.accept, named: options.named, signal })
    try {
      const next = redirectOf(answer, url)
      if (next !== null) {
        url = next
        continue
      }
      const { statusCode = 0 } = answer
      if (statusCode !== 200)
        throw new Refused(
          `${url.host} answered that there is no page to be had: ${statusCode} ${STATUS_CODES[statusCode] ?? ''}`.trim() +
            '. Check the address.',
          statusCode === 404 || statusCode === 410 ? 'not-found' : 'not-readable',
        )
      const bytes = await readBody(answer, options.limits.size)
      return { bytes, address: url, contentType: answer.headers['content-type'] ?? null }
    } finally {
      answer.destroy()
    }
  }
  throw new Refused(`${start.host} sends on from one address to the next without end.`)
}

/**
 * Fetches what is at an address: http and https, at most five redirects, nothing that is not public but the host that the reader named.
 * Fails with `cancelled`, `not-found` or `not-readable`, in a line that says what to do.
 */
export const fetchAddress = async (url: URL, options: FetchOptions): Promise<Result<Fetched>> => {
  const late = AbortSignal.timeout(options.limits.time)
  const signal = options.signal === undefined ? late : AbortSignal.any([late, options.signal])
  try {
    return succeed(await follow(url, options, signal))
  } catch (error) {
    if (options.signal?.aborted === true) return fail('cancelled', 'The import was cancelled. Nothing was changed.')
    if (late.aborted)
      return fail(
        'not-readable',
        `${url.host} took more than ${options.limits.time / 1000} seconds to answer. Try again later.`,
      )
    return { ok: false, error: fetchFailure(error, url) }
  }
}
