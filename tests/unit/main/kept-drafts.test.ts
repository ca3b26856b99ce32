import { describe, expect, test } from 'vitest'
import { keepDrafts } from '../../../src/main/window/kept-drafts.ts'

const NOTE = 'doc/note/a'

const pressed = (typed: string) => [...typed].map(key => ({ key, command: false }))

const book = (before: Readonly<Record<string, string>> = {}) => {
  let time = 0
  let changes = 0
  const drafts = keepDrafts(
    new Map(Object.entries(before)),
    () => (changes += 1),
    () => time,
  )
  return { drafts, pass: (milliseconds: number) => (time += milliseconds), changes: () => changes }
}

const texts = ({ drafts }: ReturnType<typeof book>) =>
  Object.fromEntries(drafts.read().drafts.map(({ key, text }) => [key, text]))

describe('drafts', () => {
  test('are held until they are given up', () => {
    const kept = book({ 'doc/page-note': 'before' })
    expect(kept.drafts.keep([{ key: NOTE, text: 'a' }])).toEqual({ ok: true, value: null })
    expect(texts(kept)).toEqual({ 'doc/page-note': 'before', [NOTE]: 'a' })
    kept.drafts.keep([{ key: NOTE, text: null }])
    expect(texts(kept)).toEqual({ 'doc/page-note': 'before' })
    expect(kept.changes()).toBe(2)
  })

  test('of a page gone wild are refused, and those that are there stay and can be given up', () => {
    const kept = book({ [NOTE]: 'mine' })
    const many = Array.from({ length: 2_000 }, (_, at) => ({ key: `doc/note/${at}`, text: 'x' }))
    expect(kept.drafts.keep(many)).toMatchObject({ ok: false, error: { code: 'too-much' } })
    expect(texts(kept)).toEqual({ [NOTE]: 'mine' })
    const large = { key: NOTE, text: 'x'.repeat(60_000_000) }
    expect(kept.drafts.keep([large])).toMatchObject({ ok: true })
    expect(kept.drafts.keep([{ ...large, key: 'doc/note/b' }])).toMatchObject({ ok: false })
    expect(kept.drafts.keep([{ key: NOTE, text: null }])).toMatchObject({ ok: true })
    expect(kept.drafts.keep([{ ...large, key: 'doc/note/b' }])).toMatchObject({ ok: true })
  })
})

describe('a page that failed', () => {
  test('is followed by one that goes on where the reader wrote, once', () => {
    const { drafts } = book()
    drafts.keep([{ key: NOTE, text: 'cells and pain', caret: 5 }])
    drafts.pageFailed('stopped', [])
    expect(drafts.read().after).toEqual({ failure: 'stopped', writing: { key: NOTE, caret: 5 } })
    expect(drafts.read().after).toBeNull()
  })

  test('hands on what was typed while it was silent, where it was typed', () => {
    const kept = book()
    kept.drafts.keep([{ key: NOTE, text: 'cells and pain', caret: 5 }])
    kept.drafts.pageFailed('silent', pressed('cells, nerves'))
    const { drafts, after } = kept.drafts.read()
    expect(drafts).toEqual([{ key: NOTE, text: 'cells, nerves and pain' }])
    expect(after?.writing).toEqual({ key: NOTE, caret: 13 })
  })

  test('leaves a form as it was: what was typed cannot be put into it', () => {
    const kept = book()
    const form = JSON.stringify({ title: 'Half' })
    kept.drafts.keep([{ key: 'doc/card/new', text: form }])
    kept.drafts.pageFailed('silent', pressed('typed'))
    expect(kept.drafts.read()).toEqual({
      drafts: [{ key: 'doc/card/new', text: form }],
      after: { failure: 'silent', writing: { key: 'doc/card/new', caret: null } },
    })
  })

  test('opens no editor that the reader has long left', () => {
    const { drafts, pass } = book()
    drafts.keep([{ key: NOTE, text: 'a', caret: 1 }])
    pass(6 * 60_000)
    drafts.pageFailed('stopped', pressed('aj'))
    expect(drafts.read()).toEqual({
      drafts: [{ key: NOTE, text: 'a' }],
      after: { failure: 'stopped', writing: null },
    })
  })

  test('opens the editor and not what the disk refused meanwhile', () => {
    const { drafts } = book()
    drafts.keep([{ key: NOTE, text: 'a', caret: 1 }])
    drafts.keep([{ key: 'doc/unsaved', text: '{}' }])
    drafts.pageFailed('stopped', [])
    expect(drafts.read().after?.writing?.key).toBe(NOTE)
  })

  test('opens no editor of a draft that was saved', () => {
    const { drafts } = book()
    drafts.keep([{ key: NOTE, text: 'a', caret: 1 }])
    drafts.keep([{ key: NOTE, text: null }])
    expect(drafts.writing()).toBeNull()
    drafts.pageFailed('stopped', pressed('aj'))
    expect(drafts.read().after).toEqual({ failure: 'stopped', writing: null })
  })
})
