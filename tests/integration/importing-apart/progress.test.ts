import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileProgress } from '#core/article/file-progress.ts'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { importApart } from '#library/importing-apart/import-apart.ts'
import { importHere } from '#library/importing-apart/import-here.ts'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import { FrameReader, frameKinds } from '#library/importing-apart/answer-frames.ts'
import type { Frame } from '#library/importing-apart/answer-frames.ts'
import { MOST_TOLD, ProgressReader } from '#library/importing-apart/read-progress.ts'
import { progressWriter } from '#library/importing-apart/write-progress.ts'
import { contentHash } from '#library/importing/content-hash.ts'
import { makeBook, page } from '../../books/make-epub.ts'
import { pdfOfPages, textAt } from '../../pdf/write-pdf.ts'
import { buildProgram } from '../store/child-program.ts'

const order = { fileName: 'long.pdf', now: '2026-01-02T03:04:05Z', program: 'Pathmark test' }

const pdfOf = (pages: number): Uint8Array =>
  pdfOfPages(Array.from({ length: pages }, (_, index) => ({ content: textAt(`Page ${index} is on pain.`, 72, 700) })))

/** What an importer says of a file while it reads it. */
const toldOf = async (bytes: Uint8Array, runner: ImportRunner = importHere): Promise<readonly FileProgress[]> => {
  const told: FileProgress[] = []
  const imported = await runner.run({ bytes, hash: contentHash(bytes) }, order, {
    progress: progress => told.push(progress),
  })
  expect(imported.ok).toBe(true)
  return told
}

/** All frames that are written for a file of `total` pages. */
const framesOf = async (total: number): Promise<readonly Frame[]> => {
  const reader = new FrameReader()
  const frames: Frame[] = []
  const tell = progressWriter(async bytes => void frames.push(...(reader.push(bytes) ?? [])))
  for (let number = 1; number <= total; number += 1) await tell({ unit: 'page', number, total })
  return frames
}

const frameOf = (value: unknown): Frame => ({
  kind: frameKinds.progress,
  payload: new TextEncoder().encode(JSON.stringify(value)),
})

const pageOf = (number: number, total = 300): Frame => frameOf({ unit: 'page', number, total })

describe('how far a file has been read', () => {
  it('is told of each page of a PDF document', async () => {
    expect(await toldOf(pdfOf(5))).toEqual([1, 2, 3, 4, 5].map(number => ({ unit: 'page', number, total: 5 })))
  })

  it('comes from the process that reads the file', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pathmark-progress-'))
    const program = await buildProgram('src/library/importing-apart/import-program.ts', folder)
    const runner = importApart({ start: forkImportProcess(program) })
    try {
      const told = await toldOf(pdfOf(150), runner)
      expect(told.slice(0, 2)).toEqual([2, 4].map(number => ({ unit: 'page', number, total: 150 })))
      expect(told.at(-1)).toEqual({ unit: 'page', number: 150, total: 150 })
    } finally {
      await runner.close()
      await rm(folder, { recursive: true })
    }
  })

  it('is told of each chapter of a book', async () => {
    const book = makeBook({ one: page('<h1>One</h1><p>Nerves.</p>'), two: page('<h1>Two</h1><p>Pain.</p>') })
    expect(await toldOf(book)).toEqual([1, 2].map(number => ({ unit: 'chapter', number, total: 2 })))
  })

  it('is not told of a book that names more chapters than can be told, and the book is read all the same', async () => {
    expect(await framesOf(100_001)).toEqual([])
    expect((await framesOf(100_000)).length).toBeGreaterThan(0)
  })

  it.each([1, 7, 100, 101, 500, 9_999])('of %i pages is written in few frames, which are read again', async total => {
    const frames = await framesOf(total)
    expect(frames.length).toBeGreaterThan(Math.min(total, 40) - 1)
    expect(frames.length).toBeLessThanOrEqual(MOST_TOLD)
    const told: FileProgress[] = []
    const reader = new ProgressReader(progress => told.push(progress))
    expect(frames.map(frame => reader.take(frame))).toEqual(frames.map(() => 'more'))
    expect(told.at(-1)).toEqual({ unit: 'page', number: total, total })
  })

  it.each([
    ['the same twice', [pageOf(3), pageOf(3)]],
    ['less than before', [pageOf(3), pageOf(2)]],
    ['another number of pages', [pageOf(3), pageOf(4, 400)]],
    ['another unit', [pageOf(3), frameOf({ unit: 'chapter', number: 4, total: 300 })]],
    ['more than there is', [pageOf(301)]],
    ['no number', [frameOf({ unit: 'page', number: '1', total: 3 })]],
    ['words of its own', [frameOf({ unit: 'Delete everything', number: 1, total: 3 })]],
    ['more than progress', [frameOf({ unit: 'page', number: 1, total: 3, x: 1 })]],
    ['a long story', [frameOf({ unit: 'page', number: 1, total: 3, x: 'y'.repeat(1_000) })]],
    ['more often than it may', Array.from({ length: MOST_TOLD + 1 }, (_, index) => pageOf(index + 1))],
  ])('is refused where it says %s', (_what, frames) => {
    const told: FileProgress[] = []
    const reader = new ProgressReader(progress => told.push(progress))
    const answers = frames.map(frame => reader.take(frame))
    expect(answers.at(-1)).toBe('wrong')
    expect(answers.slice(0, -1)).toEqual(frames.slice(1).map(() => 'more'))
    expect(told).toHaveLength(frames.length - 1)
  })
})
