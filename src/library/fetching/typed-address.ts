import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

/** Characters of the longest address that is fetched. */
const LONGEST = 4_096

/** True for what is meant as the address of a page. */
export const isPageAddress = (text: string): boolean => /^https?:\/\//i.test(text.trim())

/** Reads an address as the reader typed or pasted it: http or https, without a name or password. */
export const parseTypedAddress = (typed: string): Result<URL> => {
  const wanted = typed.trim()
  if (wanted.length > LONGEST || !URL.canParse(wanted))
    return fail('not-readable', 'This is no address of a page. It should begin with https:// or http://.')
  const url = new URL(wanted)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return fail('not-readable', 'Only addresses that begin with https:// or http:// are fetched.')
  if (url.username !== '' || url.password !== '')
    return fail('not-readable', `The address has a name before an @, which is not sent. It would lead to ${url.host}.`)
  url.hash = ''
  return succeed(url)
}
