import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FromDrawing, ToDrawing } from '../../../src/renderer/pages/drawing/drawing-messages.ts'
import { PageDrawing } from '../../../src/renderer/pages/page-drawing.ts'

vi.mock('../../../src/renderer/pages/drawing/drawing-worker.ts?worker&url', () => ({ default: '/assets/drawing.js' }))

/** A program that answers when it is told to. */
class FakeWorker {
  readonly told: ToDrawing[] = []
  isEnded = false
  readonly #listeners: ((event: { data: FromDrawing }) => void)[] = []

  addEventListener(type: string, listener: (event: { data: FromDrawing }) => void): void {
    if (type === 'message') this.#listeners.push(listener)
  }
  postMessage(message: ToDrawing): void {
    this.told.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  answer(data: FromDrawing): void {
    for (const listener of this.#listeners) listener({ data })
  }
}

const picture = () => {
  const close = vi.fn<() => void>()
  return { close, bitmap: { width: 1, height: 1, close } as unknown as ImageBitmap }
}
const paper = { kind: 'paper' } as const

const begin = (read: (from: number, length: number) => Promise<Uint8Array<ArrayBuffer> | null> = async () => null) => {
  const workers: FakeWorker[] = []
  const failed = vi.fn<(why: string) => void>()
  const opened = vi.fn<() => void>()
  const lacking = vi.fn<(page: number) => void>()
  const drawing = new PageDrawing({ length: 2_000_000, read, opened, lacking, failed }, () => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
  const last = (): FakeWorker => workers.at(-1) ?? new FakeWorker()
  return { drawing, workers, last, failed, opened, lacking }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a file is handed over in pieces, as it is asked for', async () => {
  const asked: [number, number][] = []
  const { last } = begin(async (from, length) => {
    asked.push([from, length])
    return new Uint8Array(length).fill(from > 0 ? 2 : 1)
  })

  last().answer({ kind: 'want', from: 0, to: 700_000 })
  await vi.waitFor(() => expect(last().told).toHaveLength(2))

  expect(asked).toEqual([
    [0, 524_288],
    [524_288, 175_712],
  ])
  const piece = last().told[1]
  expect(piece).toMatchObject({ kind: 'piece', from: 0 })
  expect(piece?.kind === 'piece' && [piece.bytes.length, piece.bytes[0], piece.bytes[699_999]]).toEqual([700_000, 1, 2])
})

test('a file that cannot be read any more is told once', async () => {
  const { last, failed } = begin(async () => null)
  last().answer({ kind: 'want', from: 0, to: 100 })
  last().answer({ kind: 'want', from: 100, to: 200 })

  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce())
  expect(last().isEnded).toBe(true)
})

test('pages are ordered when the document is open, and a picture that is not wanted any more is let go', async () => {
  const { drawing, last, opened } = begin()
  const done = vi.fn<(bitmap: ImageBitmap | null) => void>()
  const cancel = drawing.draw(0, 2, paper, done)
  expect(last().told).toHaveLength(1)

  last().answer({ kind: 'opened', pages: 3, labels: null })
  expect(opened).toHaveBeenCalledOnce()
  expect(last().told.at(-1)).toMatchObject({ kind: 'draw', page: 0, scale: 2 })
  cancel()
  expect(last().told.at(-1)).toMatchObject({ kind: 'cancel' })

  const late = picture()
  last().answer({ kind: 'drawn', request: 1, picture: late.bitmap, lacks: 0 })
  await vi.waitFor(() => expect(late.close).toHaveBeenCalledOnce())
  expect(done).not.toHaveBeenCalled()
})

test('a page that is never finished is given up, and the others are drawn by a new program', async () => {
  const { drawing, workers, last, failed } = begin()
  last().answer({ kind: 'opened', pages: 3, labels: null })
  const [stuck, other] = [vi.fn<(bitmap: ImageBitmap | null) => void>(), vi.fn<(bitmap: ImageBitmap | null) => void>()]
  drawing.draw(0, 2, paper, stuck)
  drawing.draw(1, 2, paper, other)
  last().answer({ kind: 'begun', request: 1, page: 0 })

  await vi.advanceTimersByTimeAsync(31_000)
  expect(stuck).toHaveBeenCalledExactlyOnceWith(null)
  expect(workers).toHaveLength(2)
  expect(workers[0]?.isEnded).toBe(true)

  last().answer({ kind: 'opened', pages: 3, labels: null })
  expect(last().told.at(-1)).toMatchObject({ kind: 'draw', page: 1 })
  const drawn = picture()
  last().answer({ kind: 'drawn', request: 2, picture: drawn.bitmap, lacks: 0 })
  await vi.waitFor(() => expect(other).toHaveBeenCalledExactlyOnceWith(drawn.bitmap))
  expect(failed).not.toHaveBeenCalled()
})

test('a page that was taken back while it never ends is the one that is given up, and is not tried again', async () => {
  const { drawing, workers, last, failed } = begin()
  const endless = vi.fn<(bitmap: ImageBitmap | null) => void>()
  const innocent = vi.fn<(bitmap: ImageBitmap | null) => void>()
  last().answer({ kind: 'opened', pages: 3, labels: null })
  const takeBack = drawing.draw(0, 2, paper, endless)
  last().answer({ kind: 'begun', request: 1, page: 0 })
  takeBack()
  drawing.draw(1, 2, paper, innocent)

  await vi.advanceTimersByTimeAsync(31_000)
  expect(workers).toHaveLength(2)
  expect(innocent).not.toHaveBeenCalled()
  last().answer({ kind: 'opened', pages: 3, labels: null })
  expect(last().told.at(-1)).toMatchObject({ kind: 'draw', page: 1 })
  last().answer({ kind: 'begun', request: 2, page: 1 })
  const drawn = picture()
  last().answer({ kind: 'drawn', request: 2, picture: drawn.bitmap, lacks: 0 })
  expect(innocent).toHaveBeenCalledExactlyOnceWith(drawn.bitmap)

  const again = vi.fn<(bitmap: ImageBitmap | null) => void>()
  drawing.draw(0, 3, paper, again)
  expect(again).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(0)
  expect(again).toHaveBeenCalledExactlyOnceWith(null)
  expect(last().told.filter(({ kind }) => kind === 'draw')).toHaveLength(1)
  expect(endless).not.toHaveBeenCalled()
  expect(failed).not.toHaveBeenCalled()
})

test('a piece of the file that comes when another program draws is not handed to that', async () => {
  let give = (_piece: Uint8Array<ArrayBuffer>): void => {}
  const { drawing, workers, last } = begin(() => new Promise(resolve => (give = resolve)))
  last().answer({ kind: 'opened', pages: 3, labels: null })
  drawing.draw(0, 2, paper, () => {})
  last().answer({ kind: 'begun', request: 1, page: 0 })
  drawing.draw(1, 2, paper, () => {})
  last().answer({ kind: 'want', from: 0, to: 100 })
  await vi.advanceTimersByTimeAsync(31_000)
  give(new Uint8Array(100))
  await vi.advanceTimersByTimeAsync(0)

  expect(workers).toHaveLength(2)
  expect(workers.flatMap(({ told }) => told).filter(({ kind }) => kind === 'piece')).toEqual([])
})

test('a page that is not wanted any more is not waited for', async () => {
  const { drawing, workers, last, failed } = begin()
  last().answer({ kind: 'opened', pages: 3, labels: null })
  drawing.draw(0, 2, paper, () => {})()
  await vi.advanceTimersByTimeAsync(200_000)

  expect(workers).toHaveLength(1)
  expect(failed).not.toHaveBeenCalled()
})

test('a document that never opens is told', async () => {
  const { failed } = begin()
  await vi.advanceTimersByTimeAsync(31_000)

  expect(failed).toHaveBeenCalledExactlyOnceWith('its pages take too long to draw')
})

test('pictures that could not be decoded are told with their page', () => {
  const { drawing, last, lacking } = begin()
  last().answer({ kind: 'opened', pages: 3, labels: null })
  drawing.draw(2, 1, paper, () => {})
  last().answer({ kind: 'begun', request: 1, page: 2 })
  last().answer({ kind: 'drawn', request: 1, picture: picture().bitmap, lacks: 2 })
  expect(lacking.mock.calls).toEqual([[2]])
})
