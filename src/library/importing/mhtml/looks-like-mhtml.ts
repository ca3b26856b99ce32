import { readContentType, readHeaders } from './mime-headers.ts'

/** A page in a message (RFC 2557), as browsers save it: told by the header that it begins with. */
export const looksLikeMhtml = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The first line is a field, so that no other file is read as a header.
  if (!/^(?:\xef\xbb\xbf)?[A-Za-z][\w-]{1,60}:[ \t]?\S/.test(start.toString('latin1', 0, 200))) return false
  const { fields } = readHeaders(start, 0, start.length)
  const { kind, parameters } = readContentType(fields.get('content-type'))
  if (kind === 'multipart/related') return parameters.has('boundary')
  return (
    fields.has('mime-version') &&
    (kind === 'text/html' || (kind.startsWith('multipart/') && parameters.has('boundary')))
  )
}
