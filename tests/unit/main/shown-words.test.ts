import { describe, expect, test } from 'vitest'
import type { CallName, CallValue } from '#core/bridge/calls.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import { fail, succeed } from '#core/result/result.ts'
import { shownAnswer, shownEvent } from '../../../src/main/bridge/shown-words.ts'

const words = (text: string): string => text.replaceAll('/secret/', '…/')

const answer = (name: CallName, value: unknown): unknown =>
  shownAnswer(name, succeed(value as CallValue<CallName>), words)
const event = (name: EventName, value: unknown): unknown => shownEvent(name, value as BridgeEvents[EventName], words)

const state = {
  path: '/secret/library',
  documents: [{ id: 'a', title: 'of /secret/ things' }],
  readOnlyReason: 'no room in /secret/a',
  warnings: ['/secret/a was damaged', 'and /secret/b'],
}
const stateShown = { ...state, readOnlyReason: 'no room in …/a', warnings: ['…/a was damaged', 'and …/b'] }
const failures = ['/secret/a is empty', 'b is not there']
const failuresShown = ['…/a is empty', 'b is not there']
const marks = [{ works: [], warnings: failures }]
const marksShown = [{ works: [], warnings: failuresShown }]

describe('an answer that the window sees', () => {
  test.each<[CallName, unknown, unknown]>([
    ['library.state', state, stateShown],
    ['library.create', state, stateShown],
    ['library.reopen', { ...state, readOnlyReason: null }, { ...stateShown, readOnlyReason: null }],
    [
      'library.import',
      { failures, remarks: failures, marks },
      { failures: failuresShown, remarks: failuresShown, marks: marksShown },
    ],
    [
      'library.import-again',
      { failures, remarks: failures, marks: [] },
      { failures: failuresShown, remarks: failuresShown, marks: [] },
    ],
    [
      'library.import-beside',
      { failures, remarks: failures, marks: [] },
      { failures: failuresShown, remarks: failuresShown, marks: [] },
    ],
    ['across.overview', { rows: ['/secret/'], failures }, { rows: ['/secret/'], failures: failuresShown }],
    ['export.markdown', '/secret/notes.md', '…/notes.md'],
    ['export.markdown', null, null],
    [
      'backups.list',
      { backups: [{ id: '1' }], unreadable: [{ id: '2', problem: '/secret/2.json is cut off' }] },
      { backups: [{ id: '1' }], unreadable: [{ id: '2', problem: '…/2.json is cut off' }] },
    ],
    ['backups.compare', { documents: ['/secret/'], failures }, { documents: ['/secret/'], failures: failuresShown }],
    ['backups.restore', { changed: 1, failures }, { changed: 1, failures: failuresShown }],
    [
      'mechanisms.open',
      { found: '/secret/', finding: { status: 'failed', message: 'cannot read /secret/a' } },
      { found: '/secret/', finding: { status: 'failed', message: 'cannot read …/a' } },
    ],
    [
      'mechanisms.open',
      { finding: { status: 'done', of: '/secret/' } },
      { finding: { status: 'done', of: '/secret/' } },
    ],
    // What the reader wrote, and what an article says, stays as it is.
    ['article.open', { html: '<p>/secret/</p>' }, { html: '<p>/secret/</p>' }],
  ])('%s names no place in what it tells in words', (name, value, expected) => {
    expect(answer(name, value)).toEqual(succeed(expected))
  })

  test('names none in a failure either, of whatever call', () => {
    expect(shownAnswer('article.open', fail('not-readable', 'cannot read /secret/a'), words)).toEqual(
      fail('not-readable', 'cannot read …/a'),
    )
  })
})

describe('what the window is told without having asked', () => {
  test.each<[EventName, unknown, unknown]>([
    ['library.warnings', failures, failuresShown],
    ['library.remark', 'kept in /secret/trash', 'kept in …/trash'],
    [
      'mechanisms.finding',
      { id: 'a', finding: { status: 'failed', message: 'cannot read /secret/a' } },
      { id: 'a', finding: { status: 'failed', message: 'cannot read …/a' } },
    ],
    ['backups.progress', { done: 1, total: 2 }, { done: 1, total: 2 }],
  ])('%s names no place', (name, value, expected) => {
    expect(event(name, value)).toEqual(expected)
  })
})
