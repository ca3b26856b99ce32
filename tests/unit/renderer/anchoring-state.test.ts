import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

const before = Array.from({ length: 60 }, (_, i) => `Sentence ${i} says that substance ${i} lowers the pain.`).join(' ')
const after = `A new first sentence. ${before}`
const structure = { sections: [{ id: 's0', level: 0, title: '', parent: null, start: 0, end: 9_999 }], blocks: [] }

const markOn = (text: string, words: string): Annotation => {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const what = { id: crypto.randomUUID(), now: '', style: 'highlight', color: 'yellow' } as const
  return makeAnnotation({ text, ...structure }, span, what)
}
const moved = Array.from({ length: 20 }, (_, i) => markOn(before, `substance ${i} lowers`))
const standing = markOn(after, 'A new first')

class SilentWorker extends EventTarget {
  readonly sent: { readonly kind: string; readonly request?: number; readonly passages?: readonly unknown[] }[] = []
  ended = false
  postMessage(message: { readonly kind: string }): void {
    this.sent.push(message)
  }
  terminate(): void {
    this.ended = true
  }
}

let worker: SilentWorker
/** How often the window asked for the names, and what it is answered. */
let namesAsked = 0
let answerWithNames: () => Promise<Result<readonly WrittenName[]>>
let stop: () => void
let state: {
  annotations: typeof import('../../../src/renderer/state/annotations.ts')
  anchoring: typeof import('../../../src/renderer/state/anchoring.ts')
  records: typeof import('../../../src/renderer/state/records.ts')
  article: typeof import('../../../src/renderer/state/article.ts')
  open: typeof import('../../../src/renderer/state/open-document.ts')
}

beforeEach(async () => {
  vi.resetModules()
  namesAsked = 0
  answerWithNames = async () => succeed([['substance', 'substance']])
  const call = (name: string): unknown => {
    if (name !== 'lexicon.names') return succeed(null)
    namesAsked += 1
    return answerWithNames()
  }
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    pathmark: { call },
  })
  worker = new SilentWorker()
  state = {
    annotations: await import('../../../src/renderer/state/annotations.ts'),
    anchoring: await import('../../../src/renderer/state/anchoring.ts'),
    records: await import('../../../src/renderer/state/records.ts'),
    article: await import('../../../src/renderer/state/article.ts'),
    open: await import('../../../src/renderer/state/open-document.ts'),
  }
  const startWorker = (): unknown => worker
  stop = state.anchoring.seekInBackground(startWorker as () => Worker)
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const open = (text: string, marks: readonly Annotation[]): void => {
  state.open.openDocument.value = 'doc'
  state.records.annotationRecords.value = new Map(marks.map(record => [record.id, record]))
  state.article.opened.value = { article: { id: 'doc', text, ...structure } } as unknown as OpenedArticle
}
/** Opens the article with all marks, twenty of which the worker is asked for. */
const openAll = async (): Promise<void> => {
  open(after, [...moved, standing])
  await vi.waitFor(() => expect(worker.sent).toHaveLength(2))
}

const answer = async (): Promise<void> => {
  const { anchorAll } = await import('#core/anchoring/anchor-all.ts')
  const verdicts = anchorAll(
    { text: after },
    moved.map(({ selectors }) => selectors),
  )
  const request = worker.sent[1]?.request
  worker.dispatchEvent(new MessageEvent('message', { data: { request, verdicts } }))
  await Promise.resolve()
}
const ids = (): string[] => state.annotations.annotations.value.map(({ annotation }) => annotation.id)

test('marks in place are shown at once, and the others when the worker has found them', async () => {
  open(after, [...moved, standing])
  expect(ids()).toEqual([standing.id])
  await vi.waitFor(() => expect(worker.sent).toHaveLength(2))
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['text', 'passages'])
  expect(worker.sent[1]?.passages).toHaveLength(20)
  expect(state.anchoring.isSought(moved[0]?.id ?? '')).toBe(true)
  await answer()
  expect(ids()).toHaveLength(21)
  expect(state.annotations.annotationById(moved[3]?.id ?? '')).toMatchObject({
    verdict: { status: 'moved' },
    span: { start: after.indexOf('substance 3 lowers') },
  })
})

test('a change of one mark has no other looked for again', async () => {
  await openAll()
  await answer()
  const [first, second] = moved
  if (first === undefined || second === undefined) throw new Error('There are no marks.')
  const untouched = state.annotations.annotationById(second.id)
  state.records.annotationRecords.put({ ...first, color: 'pink', version: 2 })
  expect(state.annotations.annotationById(first.id)).toMatchObject({ annotation: { color: 'pink' } })
  expect(state.annotations.annotationById(second.id)).toBe(untouched)
  expect(worker.sent).toHaveLength(2)
})

test('what is found for a mark that was deleted or moved meanwhile is dropped', async () => {
  await openAll()
  const [first, second] = moved
  if (first === undefined || second === undefined) throw new Error('There are no marks.')
  state.records.annotationRecords.put({ ...first, deleted: 'now', version: 2 })
  const { selectors } = markOn(after, 'new first sentence')
  state.records.annotationRecords.put({ ...second, selectors, version: 2 })
  await answer()
  expect(ids()).not.toContain(first.id)
  expect(state.annotations.annotationById(second.id)).toMatchObject({ span: { start: 2 } })
})

test('an article that is closed ends its worker, and its answers come to nothing', async () => {
  await openAll()
  state.article.opened.value = null
  expect(worker.ended).toBe(true)
  await answer()
  expect(ids()).toEqual([])
})

test('nobody is asked for the names while every mark stands in its place', async () => {
  open(after, [standing])
  expect(ids()).toEqual([standing.id])
  await Promise.resolve()
  expect(namesAsked).toBe(0)
})

test('the names are asked for once, whatever is opened later', async () => {
  await openAll()
  state.article.opened.value = null
  const [first] = moved
  if (first === undefined) throw new Error('There are no marks.')
  open(`${after} `, [first])
  expect(ids()).toEqual([first.id])
  expect(namesAsked).toBe(1)
})

test('a mark whose passage now names another thing is lost here as it is in the report', async () => {
  answerWithNames = async () =>
    succeed([
      ['tumour necrosis factor', 'TNF'],
      ['interferon', 'IFN'],
    ])
  const made = `${before} In the joint the tumour necrosis factor lowers the pain after some days.`
  const mark = markOn(made, 'the tumour necrosis factor lowers the pain')
  open(made.replace('tumour necrosis factor', 'interferon'), [mark])
  expect(ids()).toEqual([])
  await vi.waitFor(() => expect(ids()).toEqual([mark.id]))
  expect(state.annotations.annotationById(mark.id)).toMatchObject({ span: null, verdict: { reason: 'entity' } })
})

test('when the names cannot be read the reader is told once, and the marks that stand stay', async () => {
  answerWithNames = async () => fail('not-readable', 'The lexicon is damaged. Install Pathmark again.')
  const notices = await import('../../../src/renderer/state/notices.ts')
  open(after, [...moved, standing])
  await vi.waitFor(() => expect(notices.notices.value).toHaveLength(1))
  expect(notices.notices.value[0]?.text).toContain('Install Pathmark again')
  const [first] = moved
  if (first === undefined) throw new Error('There are no marks.')
  state.records.annotationRecords.put({ ...first, color: 'pink', version: 2 })
  expect(notices.notices.value).toHaveLength(1)
  expect(ids()).toEqual([standing.id])
  expect(worker.sent).toEqual([])
})
