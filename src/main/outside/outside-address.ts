import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

/** An address that the reader may open outside, and all that the reader is told of it before. */
export interface OutsideAddress {
  /** What the system is given; it has no other characters than those of ASCII that are seen. */
  readonly address: string
  readonly question: string
  /** The whole of what is opened, in lines. */
  readonly detail: string
}

/** Characters in a line of the question, so that no system's box cuts an address or grows wider than the screen. */
const LINE = 76
/** Lines of an address that are shown; what is more is counted. */
const MOST_LINES = 10

const notOpened = (why: string): Result<never> => fail('bad-payload', `The link was not opened: ${why}`)

/** Control characters and those that turn or hide text are shown by their number. */
const shown = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu,
    character => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )

/** Cuts a text into lines, preferably before what begins a new part of an address. */
const inLines = (text: string): string[] => {
  const lines: string[] = []
  let rest = text
  while (rest.length > LINE) {
    const parted = rest.slice(0, LINE).search(/[/?&#][^/?&#]*$/)
    const end = parted > LINE / 2 ? parted : LINE
    lines.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest === '' ? lines : [...lines, rest]
}

const shortened = (lines: readonly string[]): readonly string[] => {
  if (lines.length <= MOST_LINES) return lines
  const more = lines.slice(MOST_LINES).join('').length
  return [...lines.slice(0, MOST_LINES), `… and ${more} more characters`]
}

/** The system's form of a name in other letters. It is what decides where an address leads, so that it is what is shown. */
const isInOtherLetters = (host: string): boolean => /(?:^|\.)xn--/.test(host)

/** The host stands whole in the first line, however long it is; what comes after it begins a new one if the line is full. */
const webAddress = ({ href, origin, host, hostname, username, password }: URL): Result<OutsideAddress> => {
  // What stands before an @ is there to be taken for the site's name.
  if (username !== '' || password !== '')
    return notOpened(
      `it has a name before an @, “${shown(username).slice(0, LINE)}”, which looks like a site but is none. It would lead to ${host}.`,
    )
  const rest = href.slice(origin.length)
  const fits = href.length <= LINE
  const lines = fits ? [href] : [origin, ...shortened(inLines(rest))]
  const note = isInOtherLetters(hostname)
    ? ['', 'The site’s name is written with other letters than a to z and may look like that of another site.']
    : []
  return succeed({
    address: href,
    question: `Open this address of ${hostname.length > LINE ? 'a site with a long name' : hostname} in your browser?`,
    detail: [...lines, ...note].join('\n'),
  })
}

/** What a mail link may fill in. Copies to others would leave unseen, and some mail programs attach files of this computer. */
const MAIL_FIELDS = new Map([
  ['subject', 'Subject'],
  ['body', 'Text'],
])

/** An address of RFC 5322 without quoting; none that a mail program could take for an option or for several. */
const MAILBOX =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~][a-z0-9.!#$%&'*+/=?^_`{|}~-]*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i
const MOST_RECIPIENTS = 5

/** Per cent signs decoded as RFC 6068 has it: a plus is a plus. Null when they are not UTF-8. */
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Name and text of a field; null when it is none that may be filled in. A line break in a subject could begin a field of its own. */
const mailField = (part: string): { readonly name: string; readonly text: string } | null => {
  const [name = '', ...rest] = part.split('=')
  const text = decoded(rest.join('='))
  const field = name.toLowerCase()
  if (text === null || !MAIL_FIELDS.has(field)) return null
  const lines = text.replaceAll(/\r\n?/g, '\n')
  return /\p{Cc}/u.test(field === 'body' ? lines.replaceAll(/[\n\t]/g, '') : lines)
    ? null
    : { name: field, text: lines }
}

/** The link is put together anew from what was understood of it, so that nothing else reaches the mail program. */
const mailAddress = ({ pathname, search, hash }: URL): Result<OutsideAddress> => {
  const recipients = pathname.split(',').map(part => decoded(part) ?? '')
  if (recipients.length > MOST_RECIPIENTS || !recipients.every(recipient => MAILBOX.test(recipient)))
    return notOpened('it is a mail link without a plain mail address.')
  const parts = search
    .slice(1)
    .split('&')
    .filter(part => part !== '')
  const fields = parts.flatMap(part => mailField(part) ?? [])
  if (fields.length !== parts.length || hash !== '')
    return notOpened('it would fill in more of a mail than its subject and text, copies or attachments for example.')
  const query = fields.map(({ name, text }) => `${name}=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`).join('&')
  const lines = fields.flatMap(({ name, text }) =>
    shortened(
      [`${MAIL_FIELDS.get(name)}: ${text}`]
        .join('')
        .split('\n')
        .flatMap(line => inLines(shown(line))),
    ),
  )
  return succeed({
    address: `mailto:${recipients.map(encodeURIComponent).join(',').replaceAll('%40', '@')}${query === '' ? '' : `?${query}`}`,
    question: 'Write a mail in your mail program?',
    detail: [`To: ${recipients.join(', ')}`, ...lines].join('\n'),
  })
}

/**
 * Reads an address of an article's link or a note's. Only plain web and mail addresses are opened outside; everything else fails with
 * one line that says why.
 */
export const outsideAddress = (address: string): Result<OutsideAddress> => {
  if (!URL.canParse(address)) return notOpened('it is not a whole address.')
  const url = new URL(address)
  if (url.protocol === 'http:' || url.protocol === 'https:') return webAddress(url)
  if (url.protocol === 'mailto:') return mailAddress(url)
  return notOpened('Pathmark opens only plain web and mail addresses outside; this link is neither.')
}
