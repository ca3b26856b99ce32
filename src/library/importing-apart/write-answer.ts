import type { Result } from '#core/result/result.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import type { FrameKind } from './answer-frames.ts'
import type { ImportedArticle } from './import-runner.ts'

/** Bytes of a piece of text, and records of a piece of a list: read in a few milliseconds each. */
const PIECE = 256 * 1024
const RECORDS = 1_000

const encoder = new TextEncoder()

const json = (kind: FrameKind, value: unknown): Uint8Array => writeFrame(kind, encoder.encode(JSON.stringify(value)))

function* textFrames(kind: FrameKind, text: string): Generator<Uint8Array> {
  const bytes = encoder.encode(text)
  for (let start = 0; start < bytes.length; start += PIECE) yield writeFrame(kind, bytes.subarray(start, start + PIECE))
}

function* listFrames(kind: FrameKind, records: readonly unknown[]): Generator<Uint8Array> {
  for (let start = 0; start < records.length; start += RECORDS) yield json(kind, records.slice(start, start + RECORDS))
}

/** The frames in which an import process says what its file came to. */
export function* answerFrames(imported: Result<ImportedArticle>): Generator<Uint8Array> {
  if (!imported.ok) {
    yield json(frameKinds.failed, imported.error)
    return
  }
  const { text, sections, blocks, ...head } = imported.value.article
  yield json(frameKinds.head, head)
  yield* listFrames(frameKinds.sections, sections)
  yield* listFrames(frameKinds.blocks, blocks)
  yield* textFrames(frameKinds.text, text)
  yield* textFrames(frameKinds.content, imported.value.html)
  yield writeFrame(frameKinds.end)
}
