import { describe, expect, it } from 'vitest'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { describeDocument } from '#core/revision/restore-plan.ts'
import { compareDocument, compareRecords, restoreRecords, restoreSingles } from '#core/revision/restore-records.ts'
import type { ReaderRecords } from '#core/revision/restore-records.ts'

const NOW = '2026-11-23T12:00:00.000Z'

const mark = (id: string, changes: Partial<Annotation> = {}): Annotation => ({
  id: `00000000-0000-4000-8000-${id.padStart(12, '0')}`,
  created: '2026-11-20T10:00:00.000Z',
  modified: '2026-11-20T10:00:00.000Z',
  version: 1,
  style: 'highlight',
  color: 'yellow',
  note: '',
  tags: [],
  selectors: { quote: { exact: `words ${id}`, prefix: '', suffix: '' }, position: { start: 0, end: 7 } },
  ...changes,
})

const deleted = { deleted: '2026-11-22T10:00:00.000Z', version: 2 }

const pageNote = (value: string, version = 1): PageNote => ({ value, modified: '2026-11-20T10:00:00.000Z', version })

const records = (changes: Partial<ReaderRecords>): ReaderRecords => ({
  annotations: [],
  pageNote: null,
  cards: [],
  effectDecisions: [],
  position: null,
  ...changes,
})

describe('what restoring changes in a set of records', () => {
  it.each([
    ['as it was', mark('1'), mark('1', { version: 7, modified: NOW }), null],
    ['gone', mark('1'), null, 'back'],
    ['deleted', mark('1'), mark('1', deleted), 'back'],
    ['changed', mark('1', { note: 'old' }), mark('1', { note: 'new', version: 2 }), 'changed'],
    ['made since', null, mark('1'), 'newer'],
    ['brought back since', mark('1', deleted), mark('1', { version: 3 }), 'newer'],
    ['deleted both times', mark('1', deleted), mark('1', { ...deleted, version: 4 }), null],
    ['made and deleted since', null, mark('1', deleted), null],
    ['deleted, and then gone', mark('1', deleted), null, null],
  ])('one that is %s', (_, was, now, change) => {
    const found = compareRecords(was === null ? [] : [was], now === null ? [] : [now])
    expect(found.map(difference => difference.change)).toEqual(change === null ? [] : [change])
  })

  it('gives back what was, as a version that is newer than both', () => {
    const was = mark('1', { note: 'old', version: 5 })
    const now = mark('1', { ...deleted, version: 9 })
    const [restored] = restoreRecords(compareRecords([was], [now]), { removeNewer: false, now: NOW })
    expect(restored).toEqual({ ...was, version: 10, modified: NOW })
    expect(restored).not.toHaveProperty('deleted')
  })

  it('gives a record whose later versions were lost a version above the one it had', () => {
    const [restored] = restoreRecords(
      compareRecords([mark('1', { note: 'a', version: 5 })], [mark('1', { version: 2 })]),
      {
        removeNewer: false,
        now: NOW,
      },
    )
    expect(restored).toMatchObject({ note: 'a', version: 6 })
  })

  it('says that it knows of all edits of the record that is there, so that uniting copies does not undo it', () => {
    const edits = { seen: { aaaaaaaa: 3 }, fields: { note: 'aaaaaaaa:3' } }
    const now = mark('1', { note: 'new', version: 4, edits })
    const [restored] = restoreRecords(compareRecords([mark('1', { note: 'old' })], [now]), {
      removeNewer: false,
      now: NOW,
    })
    expect(restored).toMatchObject({ note: 'old', version: 5, edits })
  })

  it('keeps what was made since, unless it is told to remove it', () => {
    const differences = compareRecords([], [mark('1', { note: 'new' })])
    expect(restoreRecords(differences, { removeNewer: false, now: NOW })).toEqual([])
    expect(restoreRecords(differences, { removeNewer: true, now: NOW })).toEqual([
      mark('1', { note: 'new', deleted: NOW, version: 2, modified: NOW }),
    ])
  })

  it('finds nothing more to change once it is restored', () => {
    const was = [mark('1', { note: 'old' }), mark('2'), mark('3', deleted)]
    const now = [mark('1', { note: 'new', version: 2 }), mark('2', deleted), mark('3', { version: 3 }), mark('4')]
    const restored = restoreRecords(compareRecords(was, now), { removeNewer: true, now: NOW })
    const byId = new Map([...now, ...restored].map(record => [record.id, record]))
    expect(compareRecords(was, [...byId.values()])).toEqual([])
  })
})

describe('what restoring changes in a page note', () => {
  const restore = (was: PageNote | null, now: PageNote | null, removeNewer = false) =>
    restoreSingles(compareDocument(records({ pageNote: was }), records({ pageNote: now })).singles, {
      removeNewer,
      now: NOW,
    }).pageNote

  it('brings back one that was taken away or changed', () => {
    expect(restore(pageNote('old'), null)).toEqual({ value: 'old', version: 2, modified: NOW })
    expect(restore(pageNote('old'), pageNote('', 4))).toEqual({ value: 'old', version: 5, modified: NOW })
    expect(restore(pageNote('old'), pageNote('new', 4))).toEqual({ value: 'old', version: 5, modified: NOW })
  })

  it('keeps one that was written since, unless it is told to remove it', () => {
    expect(restore(null, pageNote('new'))).toBeUndefined()
    expect(restore(pageNote(''), pageNote('new', 2), true)).toEqual({ value: '', version: 3, modified: NOW })
  })
})

describe('where the reader is', () => {
  const positions = (was: number, now: number) =>
    compareDocument(
      records({ position: { offset: 100, progress: was } }),
      records({ position: { offset: 5, progress: now } }),
    ).position

  it('comes back when it was farther on, as after a lost index', () => {
    expect(positions(0.4, 0)?.was).toEqual({ offset: 100, progress: 0.4 })
  })

  it('stays when the reader has read on since', () => {
    expect(positions(0.4, 0.6)).toBeNull()
  })
})

describe('what restoring changes, in words', () => {
  it('names each mark by its words, and says what it said then and says now', () => {
    const was = records({ annotations: [mark('1', { note: 'old', tags: ['a', 'b'] }), mark('2', { note: 'gone' })] })
    const now = records({ annotations: [mark('1', { note: 'new', color: 'blue', version: 2 }), mark('3')] })
    expect(describeDocument(compareDocument(was, now))).toEqual([
      {
        kind: 'annotation',
        change: 'changed',
        label: 'words 1',
        fields: [
          { name: 'Note', was: 'old', now: 'new' },
          { name: 'Tags', was: 'a, b', now: '' },
          { name: 'Look', was: 'yellow highlight', now: 'blue highlight' },
        ],
      },
      expect.objectContaining({ change: 'back', label: 'words 2' }),
      expect.objectContaining({ change: 'newer', label: 'words 3' }),
    ])
  })

  it('cuts what is too long to look at, and restores it whole', () => {
    const note = 'x'.repeat(5_000)
    const difference = compareDocument(records({ annotations: [mark('1', { note })] }), records({}))
    const [item] = describeDocument(difference)
    expect(item?.fields[0]?.was).toHaveLength(2_000)
    expect(restoreRecords(difference.annotations, { removeNewer: false, now: NOW })[0]?.note).toBe(note)
  })
})
