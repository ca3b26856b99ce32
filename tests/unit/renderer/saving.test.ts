import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'

interface Call {
  readonly name: string
  readonly payload: { readonly annotations?: readonly Annotation[] }
}

const annotation = (id: string, version = 1): Annotation => ({
  id,
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  version,
  style: 'highlight',
  color: 'yellow',
  note: '',
  tags: [],
  selectors: { quote: { exact: 'cells', prefix: '', suffix: '' }, position: { start: 0, end: 5 } },
})

const calls: Call[] = []
let answer: (call: Call) => unknown
let saving: typeof import('../../../src/renderer/state/saving.ts')

const accept = { ok: true, value: null }
const refuse = { ok: false, error: { code: 'disk-full', message: 'The disk is full. Make room and try again.' } }
const sentIds = (): string[][] =>
  calls.map(({ payload }) => (payload.annotations ?? []).map(({ id, version }) => `${id}@${version}`))

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  calls.length = 0
  answer = () => accept
  vi.stubGlobal('window', {
    pathmark: {
      call: (name: string, payload: Call['payload']) => {
        calls.push({ name, payload })
        return Promise.resolve(answer({ name, payload }))
      },
    },
  })
  saving = await import('../../../src/renderer/state/saving.ts')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settled = () => vi.advanceTimersByTimeAsync(0)

describe('a change', () => {
  test('is shown as being saved until the disk has it', async () => {
    saving.queueSave('doc', annotation('a'))
    expect(saving.saving.value.status).toBe('saving')
    await settled()
    expect(saving.saving.value).toMatchObject({ status: 'saved', waiting: 0 })
    expect(sentIds()).toEqual([['a@1']])
  })

  test('that comes while another is being saved goes with the next save, in its latest version', async () => {
    saving.queueSave('doc', annotation('a'))
    saving.queueSave('doc', annotation('a', 2))
    saving.queueSave('doc', annotation('b'))
    await settled()
    expect(sentIds()).toEqual([['a@1'], ['a@2', 'b@1']])
    expect(saving.saving.value.status).toBe('saved')
  })
})

describe('a refused save', () => {
  test('says why, stays in memory and is tried again with a growing pause', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    expect(saving.saving.value).toEqual({ status: 'failed', message: refuse.error.message, waiting: 1 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(calls).toHaveLength(2)
    answer = () => accept
    await vi.advanceTimersByTimeAsync(1)
    expect(sentIds()).toEqual([['a@1'], ['a@1'], ['a@1']])
    expect(saving.saving.value).toMatchObject({ status: 'saved', waiting: 0 })
  })

  test('can be tried again at once', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    answer = () => accept
    await saving.retryNow()
    expect(saving.saving.value.status).toBe('saved')
  })

  test('does not lose what is changed meanwhile, nor what belongs to another article', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    saving.queueSave('other', annotation('b'))
    expect(saving.saving.value).toMatchObject({ status: 'failed', waiting: 2 })
    expect(saving.waitingFor('doc')?.annotations.get('a')?.version).toBe(1)
    answer = () => accept
    expect(await saving.flushSaves()).toBe(true)
    expect(sentIds().slice(1)).toEqual([['a@1'], ['b@1']])
  })

  test('keeps the window from closing unseen', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    expect(await saving.flushSaves()).toBe(false)
  })
})
