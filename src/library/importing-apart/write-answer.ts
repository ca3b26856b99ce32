import type { Failure, Result } from '#core/result/result.ts'
import { LONGEST_FRAME, frameKinds, writeFrame } from './answer-frames.ts'
import type { FrameKind } from './answer-frames.ts'
import type { ImportedArticle } from './import-runner.ts'

/** Bytes of a piece: read in a few milliseconds. */
const PIECE = 256 * 1024

const encoder = new TextEncoder()

const json = (kind: FrameKind, written: string): Uint8Array => writeFrame(kind, encoder.encode(written))

function* byteFrames(kind: FrameKind, bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield writeFrame(kind, bytes.subarray(start, start + PIECE))
}

/** Text in frames of a kind, cut wherever a piece ends. */
export function* textFrames(kind: FrameKind, text: string): Generator<Uint8Array> {
  yield* byteFrames(kind, encoder.encode(text))
}

/** Records in frames of the size of a piece, or of one record that is longer. */
function* listFrames(kind: FrameKind, records: readonly unknown[]): Generator<Uint8Array> {
  let written: string[] = []
  let length = 0
  for (const record of records) {
    const next = JSON.stringify(record)
    if (length + next.length > PIECE && written.length > 0) {
      yield json(kind, `[${written.join(',')}]`)
      written = []
      length = 0
    }
    written.push(next)
    length += next.length
  }
  if (written.length > 0) yield json(kind, `[${written.join(',')}]`)
}

/** Asks for companions, by the references that can be told in one frame. */
export const wantedFrame = (references: readonly string[]): Uint8Array =>
  json(frameKinds.wanted, JSON.stringify(references))

/** The frames in which an import process says what its file came to. */
export function* answerFrames(imported: Result<ImportedArticle>): Generator<Uint8Array> {
  if (!imported.ok) {
    yield json(frameKinds.failed, JSON.stringify(imported.error))
    return
  }
  const { assets } = imported.value
  const { text, sections, blocks, ...article } = imported.value.article
  const head = { ...article, assetSizes: assets.map(({ bytes }) => bytes.length) }
  const outline = [json(frameKinds.head, JSON.stringify(head)), ...listFrames(frameKinds.sections, sections)]
  if (outline.some(frame => frame.length > LONGEST_FRAME)) {
    const tooLong = 'The title, the authors or a heading of the page are longer than any that can be shown.'
    yield json(frameKinds.failed, JSON.stringify({ code: 'not-readable', message: tooLong } satisfies Failure))
    return
  }
  yield* outline
  yield* listFrames(frameKinds.blocks, blocks)
  yield* textFrames(frameKinds.text, text)
  yield* textFrames(frameKinds.content, imported.value.html)
  for (const { bytes } of assets) yield* byteFrames(frameKinds.assets, bytes)
  const { layout = null } = imported.value
  if (layout !== null) {
    yield* listFrames(frameKinds.pages, layout.pages)
    yield* listFrames(frameKinds.places, layout.runs)
  }
  yield writeFrame(frameKinds.end)
}
