import type { Failure } from '#core/result/result.ts'
import { systemCode } from '../store/disk-failure.ts'

/** A failure that is found while an answer is on its way. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(message: string, code: Failure['code'] = 'not-readable') {
    super(message)
    this.failure = { code, message }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'was not found. Check the address, and whether this computer is online.',
  EAI_AGAIN: 'could not be looked up. Check whether this computer is online.',
  ENETUNREACH: 'cannot be reached. Check whether this computer is online.',
  EHOSTUNREACH: 'cannot be reached. Check the address, and whether this computer is online.',
  ECONNREFUSED: 'does not answer: the connection was refused. Check the address.',
  ECONNRESET: 'broke the connection off. Try again later.',
  EPIPE: 'broke the connection off. Try again later.',
  ETIMEDOUT: 'did not answer in time. Try again later.',
}

const isOfCertificate = (code: string): boolean => /CERT|TLS|SSL|SIGNATURE|SIGNED/.test(code)

/** What a fetch that failed means to the reader. */
export const fetchFailure = (error: unknown, { host }: URL): Failure => {
  if (error instanceof Refused) return error.failure
  const code = systemCode(error) ?? ''
  if (isOfCertificate(code))
    return {
      code: 'not-readable',
      message: `${host} could not prove that it is ${host} (${code}). Nothing was fetched.`,
    }
  const reason = reasons[code]
  if (reason !== undefined) return { code: 'not-readable', message: `${host} ${reason}` }
  const why = code !== '' ? code : error instanceof Error ? error.message : String(error)
  return { code: 'not-readable', message: `${host} gave no answer that can be read (${why}). Try again later.` }
}
