import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '#core/bridge/drafts.ts'

type Drafts = typeof import('../../../src/renderer/state/drafts.ts')
type CardDrafts = typeof import('../../../src/renderer/views/mechanisms/card-drafts.ts')

/** What the main process was sent, a list a call, and what it answers. */
let sent: (readonly Draft[])[]
let answer: () => unknown
/** What it held before the page was loaded. */
let kept: { drafts: { key: string; text: string }[]; after: unknown }
let drafts: Drafts
let cards: CardDrafts

const accept = { ok: true, value: null }
const refuse = { ok: false, error: { code: 'too-much', message: 'Too much at once.' } }
const storage = new Map<string, string>()

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  sent = []
  answer = () => accept
  kept = { drafts: [], after: null }
  storage.clear()
  vi.stubGlobal('window', {
    pathmark: {
      call: async (name: string, payload: { readonly drafts: readonly Draft[] }) => {
        if (name === 'drafts.read') return { ok: true, value: kept }
        if (name === 'drafts.keep') sent.push(payload.drafts)
        return answer()
      },
    },
    localStorage: {
      get length() {
        return storage.size
      },
      key: (at: number) => [...storage.keys()][at] ?? null,
      getItem: (key: string) => storage.get(key) ?? null,
      removeItem: (key: string) => storage.delete(key),
    },
  })
  drafts = await import('../../../src/renderer/state/drafts.ts')
  cards = await import('../../../src/renderer/views/mechanisms/card-drafts.ts')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a draft', () => {
  it('is with the main process a tenth of a second after each key at the latest', async () => {
    drafts.keepDraft('doc/note/a', 'h', 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([[{ key: 'doc/note/a', text: 'h', caret: 1 }]])
    drafts.keepDraft('doc/note/a', 'ha', 2)
    drafts.keepDraft('doc/note/a', 'hal', 3)
    await vi.advanceTimersByTimeAsync(100)
    expect(sent.slice(1)).toEqual([[{ key: 'doc/note/a', text: 'hal', caret: 3 }]])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(2)
  })

  it('is gone once it is dropped, and one that never was costs nothing', async () => {
    drafts.dropDraft('doc/note/a')
    drafts.keepDraft('doc/note/a', 'half a sen')
    drafts.dropDraft('doc/note/a')
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([[{ key: 'doc/note/a', text: 'half a sen' }], [{ key: 'doc/note/a', text: null }]])
    expect(drafts.readDraft('doc/note/a')).toBeNull()
  })

  it('is found again by the next page, which is told where the reader wrote', async () => {
    const after = { failure: 'stopped', writing: { key: 'doc/note/b', caret: 4 } }
    kept = { drafts: [{ key: 'doc/note/b', text: 'text from before the crash' }], after }
    expect(await drafts.loadDrafts()).toEqual(after)
    expect(drafts.readDraft('doc/note/b')).toBe('text from before the crash')
    expect(drafts.caretOf('doc/note/b')).toBe(4)
    expect(drafts.caretOf('doc/note/c')).toBeNull()
  })

  it('that was typed while the earlier ones were on their way is the newer one', async () => {
    kept = { drafts: [{ key: 'doc/note/b', text: 'old' }], after: null }
    const loading = drafts.loadDrafts()
    drafts.keepDraft('doc/note/b', 'new')
    await loading
    expect(drafts.readDraft('doc/note/b')).toBe('new')
  })

  it('stays in the window when it is refused, and is sent again', async () => {
    answer = () => refuse
    drafts.keepDraft('doc/note/c', 'typed')
    await vi.advanceTimersByTimeAsync(0)
    expect(drafts.readDraft('doc/note/c')).toBe('typed')
    answer = () => accept
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual([[{ key: 'doc/note/c', text: 'typed' }], [{ key: 'doc/note/c', text: 'typed' }]])
  })

  it('of an earlier version is taken over, and only then gone from where that kept it', async () => {
    storage.set('pathmark-draft:doc/note/d', 'from before the update')
    storage.set('other', 'not ours')
    answer = () => refuse
    await drafts.loadDrafts()
    expect(drafts.readDraft('doc/note/d')).toBe('from before the update')
    expect(storage.size).toBe(2)
    answer = () => accept
    await drafts.loadDrafts()
    expect([...storage.keys()]).toEqual(['other'])
    expect(sent.at(-1)).toEqual([{ key: 'doc/note/d', text: 'from before the update' }])
  })
})

describe('the draft of a card', () => {
  it('comes back as it was, for its own card and document only', async () => {
    const { emptyEffect } = await import('../../../src/renderer/views/mechanisms/card-form-content.ts')
    const form = {
      title: 'Half',
      consequence: '',
      passage: { start: 1, end: 4, quote: 'abc' },
      effects: [emptyEffect('e1')],
    }
    cards.keepCardDraft('doc', 'm1', form)
    expect(cards.draftOfCard('doc', 'm1')).toEqual(form)
    expect(cards.draftOfCard('doc', 'm2')).toBeNull()
    expect(cards.draftOfCard('other', 'm1')).toBeNull()
    cards.dropCardDraft('doc', 'm1')
    expect(cards.draftOfCard('doc', 'm1')).toBeNull()
  })

  it.each(['{', '{"title": 3}', 'null'])('is none when %s was left', text => {
    drafts.keepDraft('doc/card/m9', text)
    expect(cards.draftOfCard('doc', 'm9')).toBeNull()
  })
})
