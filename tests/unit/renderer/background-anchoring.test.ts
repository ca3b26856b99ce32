import { afterEach, expect, test, vi } from 'vitest'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import { BackgroundAnchoring } from '../../../src/renderer/anchoring/background-anchoring.ts'

const text = 'Stem cells secrete GDNF. They lower IL-1 around the damaged nerve, and the pain eases within weeks.'
const article = { text: `A new first sentence. ${text}`, sections: [], blocks: [] }
const from = text.indexOf('lower')
const passage = makeSelectors(
  { text, sections: [], blocks: [] },
  { start: from, end: from + 'lower IL-1 around'.length },
)

const names = [
  ['GDNF', 'GDNF'],
  ['IL-1', 'IL-1'],
  ['interleukin-6', 'IL-6'],
] as const

/** A worker that takes what it is sent and says nothing until the test has it say something. */
class SilentWorker extends EventTarget {
  readonly sent: { readonly kind: string; readonly request?: number; readonly names?: unknown }[] = []
  ended = false
  postMessage(message: { readonly kind: string; readonly request?: number }): void {
    this.sent.push(message)
  }
  terminate(): void {
    this.ended = true
  }
}
const asWorker = (worker: SilentWorker): (() => Worker) => {
  const start = (): unknown => worker
  return start as () => Worker
}

afterEach(() => vi.restoreAllMocks())

test('the worker is given the text once, and its answers go to those who asked', async () => {
  const worker = new SilentWorker()
  const anchoring = new BackgroundAnchoring(article, names, asWorker(worker))
  const first = anchoring.anchor([passage])
  const second = anchoring.anchor([passage])
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['text', 'passages', 'passages'])
  expect(worker.sent.map(message => message.names)).toEqual([names, undefined, undefined])
  const answer = (request: number, score: number): void => {
    const verdicts = [{ status: 'moved', start: 1, end: 2, score }]
    worker.dispatchEvent(new MessageEvent('message', { data: { request, verdicts } }))
  }
  answer(worker.sent[2]?.request ?? 0, 0.2)
  answer(worker.sent[1]?.request ?? 0, 0.1)
  expect(await first).toMatchObject([{ score: 0.1 }])
  expect(await second).toMatchObject([{ score: 0.2 }])
})

test('where no worker can be started the passage is found all the same, and the failure is told', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const anchoring = new BackgroundAnchoring(article, names, () => {
    throw new Error('no workers here')
  })
  const [verdict] = await anchoring.anchor([passage])
  expect(verdict).toMatchObject({ status: 'moved', start: article.text.indexOf('lower') })
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('no workers here'))
})

test('without a worker, too, a passage that names another thing is refused', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const other = { ...article, text: article.text.replace('IL-1', 'interleukin-6') }
  const anchoring = new BackgroundAnchoring(other, names, () => {
    throw new Error('no workers here')
  })
  expect(await anchoring.anchor([passage])).toMatchObject([{ status: 'orphaned', reason: 'entity' }])
})

test('what a worker was asked before it broke down is found without it', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const worker = new SilentWorker()
  const anchoring = new BackgroundAnchoring(article, names, asWorker(worker))
  const asked = anchoring.anchor([passage])
  worker.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' }))
  expect(await asked).toMatchObject([{ status: 'moved' }])
  expect(worker.ended).toBe(true)
})

test('after closing nothing is answered any more', async () => {
  const worker = new SilentWorker()
  const anchoring = new BackgroundAnchoring(article, names, asWorker(worker))
  const answered = vi.fn<() => void>()
  void anchoring.anchor([passage]).then(answered)
  anchoring.close()
  worker.dispatchEvent(new MessageEvent('message', { data: { request: 1, verdicts: [] } }))
  await Promise.resolve()
  expect(worker.ended).toBe(true)
  expect(answered).not.toHaveBeenCalled()
})
