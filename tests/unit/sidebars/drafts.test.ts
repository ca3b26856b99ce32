import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOfCard, dropCardDraft, keepCardDraft } from '../../../src/renderer/views/mechanisms/card-drafts.ts'
import { emptyEffect } from '../../../src/renderer/views/mechanisms/card-form-content.ts'
import { dropDraft, keepDraft, readDraft } from '../../../src/renderer/views/notes/drafts.ts'

/** A storage that holds what is put in, or refuses everything. */
const storage = (refuses: boolean) => {
  const held = new Map<string, string>()
  const guarded =
    <Values extends unknown[], Result>(action: (...values: Values) => Result) =>
    (...values: Values): Result => {
      if (refuses) throw new Error('The quota has been exceeded.')
      return action(...values)
    }
  return {
    held,
    localStorage: {
      getItem: guarded((key: string) => held.get(key) ?? null),
      setItem: guarded((key: string, value: string) => void held.set(key, value)),
      removeItem: guarded((key: string) => void held.delete(key)),
    },
  }
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a draft', () => {
  it('is written down with every change and gone once it is dropped', () => {
    const { held, localStorage } = storage(false)
    vi.stubGlobal('window', { localStorage })
    keepDraft('doc/note/a', 'half a sen')
    expect([...held.values()]).toEqual(['half a sen'])
    dropDraft('doc/note/a')
    expect(held.size).toBe(0)
    expect(readDraft('doc/note/a')).toBeNull()
  })

  it('is found again after the window was gone', () => {
    const { held, localStorage } = storage(false)
    vi.stubGlobal('window', { localStorage })
    keepDraft('doc/note/b', 'text')
    const [key = ''] = held.keys()
    dropDraft('doc/note/b')
    held.set(key, 'text from before the crash')
    expect(readDraft('doc/note/b')).toBe('text from before the crash')
  })

  it('stays in memory when the storage refuses it', () => {
    vi.stubGlobal('window', { localStorage: storage(true).localStorage })
    keepDraft('doc/note/c', 'typed')
    expect(readDraft('doc/note/c')).toBe('typed')
  })
})

describe('the draft of a card', () => {
  it('comes back as it was, for its own card and document only', () => {
    vi.stubGlobal('window', { localStorage: storage(false).localStorage })
    const form = {
      title: 'Half',
      consequence: '',
      passage: { start: 1, end: 4, quote: 'abc' },
      effects: [emptyEffect('e1')],
    }
    keepCardDraft('doc', 'm1', form)
    expect(draftOfCard('doc', 'm1')).toEqual(form)
    expect(draftOfCard('doc', 'm2')).toBeNull()
    expect(draftOfCard('other', 'm1')).toBeNull()
    dropCardDraft('doc', 'm1')
    expect(draftOfCard('doc', 'm1')).toBeNull()
  })

  it.each(['{', '{"title": 3}', 'null'])('is none when %s was left', text => {
    vi.stubGlobal('window', { localStorage: storage(false).localStorage })
    keepDraft('doc/card/m9', text)
    expect(draftOfCard('doc', 'm9')).toBeNull()
  })
})
