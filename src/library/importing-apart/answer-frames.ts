/**
 * The answer of an import process is a row of frames: one byte that names the kind, four for the length of what follows
 * (little-endian), and that. The longest is far below what would hold up the program that reads it.
 */
export const frameKinds = {
  /** Waits for its order. */
  ready: 1,
  /** The import failed; JSON of the failure. */
  failed: 2,
  /** JSON of the article without its text, sections and blocks. */
  head: 3,
  /** JSON of the next sections. */
  sections: 4,
  /** JSON of the next blocks. */
  blocks: 5,
  /** The next bytes of the text, in UTF-8. */
  text: 6,
  /** The next bytes of the canonical content, in UTF-8. */
  content: 7,
  /** The next bytes of the pictures, one after the other as the head lists them. */
  assets: 8,
  /** JSON of the sizes of the next pages, of an article that has pages. */
  pages: 9,
  /** JSON of the next places of the text on them. */
  places: 10,
  /** The answer is whole. */
  end: 11,
  /** JSON of the references of companions that the importer would like to have; said once, before all others but `ready`. */
  wanted: 12,
  /** JSON of how many pages or chapters of the file have been read; some times, before all others but `ready` and `wanted`. */
  progress: 13,
} as const

export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

export interface Frame {
  readonly kind: number
  readonly payload: Uint8Array
}

const HEADER = 5

/** Bytes of the longest payload. A head holds titles, authors and warnings; all else is cut into pieces. */
export const LONGEST_FRAME = 4 * 1024 * 1024

export const writeFrame = (kind: FrameKind, payload: Uint8Array = new Uint8Array(0)): Uint8Array => {
  const frame = new Uint8Array(HEADER + payload.length)
  frame[0] = kind
  new DataView(frame.buffer).setUint32(1, payload.length, true)
  frame.set(payload, HEADER)
  return frame
}

/** Takes a row of frames apart again, however it was cut on its way. */
export class FrameReader {
  #pieces: Uint8Array[] = []
  #held = 0

  /** The frames that are whole with `bytes`; null when the row is none, after which nothing more may be read. */
  push(bytes: Uint8Array): Frame[] | null {
    this.#pieces.push(bytes)
    this.#held += bytes.length
    const frames: Frame[] = []
    for (let length = this.#nextLength(); this.#held >= HEADER; length = this.#nextLength()) {
      if (length > LONGEST_FRAME) return null
      if (this.#held < HEADER + length) break
      const all = this.#joined()
      frames.push({ kind: all[0] ?? 0, payload: all.subarray(HEADER, HEADER + length) })
      this.#pieces = [all.subarray(HEADER + length)]
      this.#held -= HEADER + length
    }
    return frames
  }

  /** Of the next payload; 0 while its header is not there. */
  #nextLength(): number {
    if (this.#held < HEADER) return 0
    const [first] = this.#pieces
    const start = first !== undefined && first.length >= HEADER ? first : this.#joined()
    return new DataView(start.buffer, start.byteOffset).getUint32(1, true)
  }

  #joined(): Uint8Array {
    const [only] = this.#pieces
    if (only !== undefined && this.#pieces.length === 1) return only
    const all = new Uint8Array(this.#held)
    let place = 0
    for (const piece of this.#pieces) {
      all.set(piece, place)
      place += piece.length
    }
    this.#pieces = [all]
    return all
  }
}
