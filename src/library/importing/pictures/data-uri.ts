const dataUri = /^data:image\/[\w.+-]+(?:;[\w=-]+)*?(;base64)?,/i

const percentDecoded = (text: string): Uint8Array | null => {
  try {
    return new Uint8Array(Buffer.from(decodeURIComponent(text), 'latin1'))
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** An address that carries a drawing in itself. */
export const drawingAddress = (drawing: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`

/** The bytes of a picture that an address carries in itself (RFC 2397); null for any other address. */
export const decodeDataUri = (address: string): Uint8Array | null => {
  const [start, base64] = dataUri.exec(address) ?? []
  if (start === undefined) return null
  const data = address.slice(start.length)
  return base64 === undefined ? percentDecoded(data) : new Uint8Array(Buffer.from(data, 'base64'))
}
