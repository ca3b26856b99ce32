import { fail, succeed } from '#core/result/result.ts'
import { BROKEN_OFF } from '../breaks-off.ts'
import { readHtml } from '../import-html.ts'
import type { FileReader } from '../read-file.ts'
import { decodeBody } from './decode-body.ts'
import { readMime } from './mime-parts.ts'
import type { MimePart, ReadMime } from './mime-parts.ts'

/** Completes names in a page that does not say its own address (RFC 2557, 5). */
const NOWHERE = 'thismessage:/'

const isPage = ({ type }: MimePart): boolean => type.kind === 'text/html' || type.kind === 'application/xhtml+xml'

const idOf = ({ fields }: MimePart): string | undefined => fields.get('content-id')?.replace(/^<|>$/g, '')

/** The part that is the page: the one that the file names as its first, or else the first page in it. */
const rootOf = ({ type, parts }: ReadMime): MimePart | undefined => {
  const start = type.parameters.get('start')?.replace(/^<|>$/g, '')
  const named = start === undefined ? undefined : parts.find(part => idOf(part) === start)
  return named !== undefined && isPage(named) ? named : parts.find(isPage)
}

/** Reads a page that was saved in one file with all that belongs to it, as Chromium, Firefox' add-ons and Internet Explorer do. */
export const readMhtml: FileReader = (bytes, fileName) => {
  const mime = readMime(bytes)
  const root = rootOf(mime)
  if (root === undefined) return fail('not-readable', `${fileName} is a web archive without a page in it.`)
  const said = root.fields.get('content-location') ?? mime.fields.get('snapshot-content-location') ?? ''
  const address = URL.canParse(said) ? new URL(said).href : NOWHERE
  const encoding = root.type.parameters.get('charset')
  const read = readHtml(decodeBody(root), fileName, {
    asked: address,
    address,
    ...(encoding !== undefined && { encoding }),
  })
  if (!read.ok) return read

  const byName = new Map<string, MimePart>()
  for (const part of mime.parts) {
    const [id, location] = [idOf(part), part.fields.get('content-location')]
    if (id !== undefined && !byName.has(`cid:${id}`)) byName.set(`cid:${id}`, part)
    const name = location !== undefined && URL.canParse(location, address) ? new URL(location, address).href : undefined
    if (name !== undefined && !byName.has(name)) byName.set(name, part)
  }
  const { address: own, ...metadata } = read.value.metadata
  const isOfWeb = own !== undefined && /^https?:/i.test(own)
  return succeed({
    ...read.value,
    format: 'mhtml',
    metadata: { ...metadata, ...(isOfWeb && { address: own }) },
    warnings: [
      // Told once, below.
      ...read.value.warnings.filter(warning => !mime.broken || warning !== BROKEN_OFF),
      ...(mime.broken ? ['The file breaks off before its end; what came before is here.'] : []),
    ],
    picture: reference => {
      const part = byName.get(reference) ?? byName.get(reference.split('#', 1)[0] ?? '')
      return part === undefined ? null : decodeBody(part)
    },
  })
}
