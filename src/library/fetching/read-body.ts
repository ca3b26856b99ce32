import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refused } from './fetch-failure.ts'

const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

const isKnown = (coding: string): coding is keyof typeof unpackers => Object.hasOwn(unpackers, coding)

const unpacked = (answer: IncomingMessage): Readable => {
  const codings = (answer.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
  const [coding, ...more] = codings
  if (coding === undefined) return answer
  if (more.length > 0 || !isKnown(coding)) throw new Refused('The server packed the page in a way that is not known.')
  // The reader of the last stream hears of a failure of either.
  return pipeline(answer, unpackers[coding](), () => undefined)
}

/** The whole body, unpacked, of at most `most` bytes: a small packed one may hold more than a disk. */
export const readBody = async (answer: IncomingMessage, most: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  const tooLarge = new Refused(`The page is larger than ${Math.round(most / (1024 * 1024))} MiB and was not fetched.`)
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge
  for await (const part of unpacked(answer) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw tooLarge
    parts.push(part)
  }
  const whole = new Uint8Array(size)
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return whole
}
