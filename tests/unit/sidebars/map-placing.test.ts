import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import { layoutMap } from '../../../src/renderer/views/mechanisms/map-layout.ts'
import { MapPlacing } from '../../../src/renderer/views/mechanisms/map-placing.ts'
import type { LayoutAnswer, LayoutRequest } from '../../../src/renderer/views/mechanisms/map-placing.ts'
import { viewMap } from '../../../src/renderer/views/mechanisms/map-view.ts'
import { card, effect } from './make-cards.ts'

const none: ReadonlySet<string> = new Set()
const viewOf = (...sentences: string[]) =>
  viewMap(effectGraph([card({ effects: sentences.map(sentence => effect(sentence)) })]), {
    most: 60,
    families: false,
    apart: none,
    expanded: none,
    collapsed: none,
  })

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget {
  readonly asked: LayoutRequest[] = []
  ended = false

  postMessage(request: LayoutRequest): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.ended = true
  }

  /** Answers the newest request. */
  answer(): void {
    const request = this.asked.at(-1)
    if (request === undefined) throw new Error('Nothing was asked.')
    const data: LayoutAnswer = { request: request.request, placed: layoutMap(request.view) }
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  fail(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' }))
  }
}

let worker: SlowWorker
let placing: MapPlacing
beforeEach(() => {
  worker = new SlowWorker()
  placing = new MapPlacing(() => worker as unknown as Worker)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('answers with the places that the worker found', async () => {
  const placed = placing.place(viewOf('A > B'))
  worker.answer()
  expect((await placed)?.nodes.map(({ id }) => id)).toEqual(['a', 'b'])
})

it('works on one map at a time, and of those that wait on the newest only', async () => {
  const [first, second, third] = [viewOf('A > B'), viewOf('C > D'), viewOf('E > F')].map(view => placing.place(view))
  expect(worker.asked).toHaveLength(1)
  expect(await second).toBeNull()
  worker.answer()
  expect(await first).toBeNull()
  expect(worker.asked).toHaveLength(2)
  worker.answer()
  expect((await third)?.nodes.map(({ id }) => id)).toEqual(['e', 'f'])
})

it('lays out in the window what a worker that broke down was asked, and whatever comes then', async () => {
  const placed = placing.place(viewOf('A > B'))
  worker.fail()
  expect((await placed)?.nodes).toHaveLength(2)
  expect((await placing.place(viewOf('C > D', 'D > E')))?.nodes).toHaveLength(3)
  expect(worker.ended).toBe(true)
})

it('lays out in the window where no worker can be had', async () => {
  const alone = new MapPlacing(() => {
    throw new Error('no workers here')
  })
  expect((await alone.place(viewOf('A > B')))?.edges).toHaveLength(1)
})

it('drops what was asked when it is closed, and starts again when it is asked anew', async () => {
  const dropped = placing.place(viewOf('A > B'))
  placing.close()
  expect(await dropped).toBeNull()
  expect(worker.ended).toBe(true)
  const placed = placing.place(viewOf('C > D'))
  worker.answer()
  expect((await placed)?.edges).toHaveLength(1)
})
