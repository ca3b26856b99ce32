import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'

interface Call {
  readonly name: string
  readonly payload: { readonly id?: string; readonly annotations?: readonly Annotation[] }
}

interface Drafted {
  readonly key: string
  readonly text: string | null
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
/** What the main process holds of drafts. */
const drafts = new Map<string, string>()
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
  drafts.clear()
  answer = () => accept
  vi.stubGlobal('window', {
    localStorage: { length: 0 },
    pathmark: {
      call: (name: string, payload: Call['payload'] & { readonly drafts?: readonly Drafted[] }) => {
        if (name === 'drafts.read')
          return Promise.resolve({
            ok: true,
            value: { drafts: [...drafts].map(([key, text]) => ({ key, text })), after: null },
          })
        if (name.startsWith('drafts.')) {
          for (const { key, text } of payload.drafts ?? []) {
            if (text === null) drafts.delete(key)
            else drafts.set(key, text)
          }
          return Promise.resolve(accept)
        }
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
    await settled()
    expect(saving.waitingFor('doc')?.annotations.get('a')?.version).toBe(1)
    answer = () => accept
    calls.length = 0
    expect(await saving.flushSaves()).toBe(true)
    expect(sentIds()).toEqual([['a@1'], ['b@1']])
  })

  test('stays on screen while it is tried again, and the next change tries at once', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    saving.queueSave('doc', annotation('b'))
    expect(saving.saving.value).toEqual({ status: 'failed', message: refuse.error.message, waiting: 2 })
    expect(sentIds()).toEqual([['a@1'], ['a@1', 'b@1']])
    await settled()
    answer = () => accept
    saving.queueSave('doc', annotation('c'))
    await settled()
    expect(saving.saving.value).toMatchObject({ status: 'saved', waiting: 0 })
  })

  test('of one article does not hold up the others', async () => {
    answer = ({ payload }) => (payload.id === 'doc' ? refuse : accept)
    saving.queueSave('doc', annotation('a'))
    saving.queueSave('other', annotation('b'))
    await settled()
    expect(saving.saving.value).toMatchObject({ status: 'failed', waiting: 1 })
    expect(saving.waitingFor('other')).toBeNull()
  })

  test('is written down outside of the library, and gone from there once it is saved', async () => {
    const id = 'c7b1f2a0-8a52-4c4e-9c1b-0f0b9d9a0a01'
    answer = () => refuse
    saving.queueSave('doc', annotation(id, 3))
    await vi.advanceTimersByTimeAsync(100)
    expect([...drafts.keys()]).toEqual(['doc/unsaved'])

    // A page that is loaded later takes it up.
    vi.resetModules()
    const later = await import('../../../src/renderer/state/saving.ts')
    const { loadDrafts } = await import('../../../src/renderer/state/drafts.ts')
    calls.length = 0
    answer = () => accept
    await loadDrafts()
    later.takeUnsaved()
    expect(later.waitingFor('doc')?.annotations.get(id)?.version).toBe(3)
    await vi.advanceTimersByTimeAsync(200)
    expect(sentIds()).toEqual([[`${id}@3`]])
    expect(drafts.size).toBe(0)
  })

  test('keeps the window from closing unseen', async () => {
    answer = () => refuse
    saving.queueSave('doc', annotation('a'))
    await settled()
    expect(await saving.flushSaves()).toBe(false)
  })
})
