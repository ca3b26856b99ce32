/** What a mail link may fill in. Some mail programs take others too, and attach files of this computer. */
const MAIL_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body'])

const isWeb = ({ protocol, username, password }: URL): boolean =>
  // What stands before an @ is there to be taken for the site's name.
  (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''

const isMail = ({ protocol, searchParams }: URL): boolean =>
  protocol === 'mailto:' && [...searchParams.keys()].every(field => MAIL_FIELDS.has(field.toLowerCase()))

/** The address in the form in which the reader is asked about it and the system opens it; null for one that is not opened. */
export const outsideAddress = (address: string): string | null => {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return isWeb(url) || isMail(url) ? url.href : null
}
