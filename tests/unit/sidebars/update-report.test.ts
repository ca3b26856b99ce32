import { expect, test } from 'vitest'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { placedOn } from '../../../src/renderer/state/placed-annotations.ts'
import { entriesOf, openEntries } from '../../../src/renderer/views/updates/report-entries.ts'
import { cardsNoun, headlineOf, marksNoun } from '../../../src/renderer/views/updates/report-headline.ts'

const exact: Verdict = { status: 'exact', start: 0, end: 4, score: 1 }
const moved: Verdict = { status: 'moved', start: 8, end: 12, score: 1 }
const changed: Verdict = { status: 'changed', start: 20, end: 27, score: 0.9, difference: [] }
const uncertain: Verdict = { status: 'uncertain', reason: 'several-alike', candidates: [] }
const orphaned: Verdict = { status: 'orphaned', reason: 'words-gone', rejected: null }

const judged = (...verdicts: Verdict[]) => verdicts.map(verdict => ({ verdict }))

test('the headline says in words what became of the marks', () => {
  expect(headlineOf([], marksNoun)).toBe('There were no marks to carry over')
  expect(headlineOf(judged(exact), marksNoun)).toBe('Your mark found its passage')
  expect(headlineOf(judged(exact, moved), marksNoun)).toBe('Both marks found their passage')
  expect(headlineOf(judged(exact, moved, exact), cardsNoun)).toBe('All 3 cards found their passage')
  expect(headlineOf(judged(exact, exact, moved, changed, uncertain, orphaned), marksNoun)).toBe(
    '6 marks: 3 found, 1 changed, 1 to choose, 1 lost',
  )
  expect(headlineOf(judged(orphaned), marksNoun)).toBe('1 mark: 1 lost')
})

const record = (fields: Partial<Annotation> = {}): Annotation => ({
  id: 'mark',
  created: '',
  modified: '',
  version: 1,
  style: 'highlight',
  color: 'blue',
  note: '',
  tags: [],
  selectors: { quote: { exact: 'words', prefix: '', suffix: '' }, position: { start: 0, end: 5 } },
  ...fields,
})

/** What has become of one mark of a report, and whether it still waits for the reader. */
function now(verdict: Verdict, annotation: Annotation | null, live: Verdict = verdict) {
  const placed = annotation === null ? null : placedOn(annotation, live)
  const quote = { exact: 'words', prefix: '', suffix: '' }
  const entries = entriesOf({
    report: { version: 2, updated: '', fileName: '', annotations: [{ id: 'mark', quote, verdict }], cards: [] },
    records: new Map(annotation === null ? [] : [['mark', annotation]]),
    placed: () => placed,
    cards: [],
  })
  return [entries[0]?.settlement, openEntries(entries).length]
}

test('marks that were found wait for nothing', () => {
  expect(now(exact, record())).toEqual([null, 0])
  expect(now(moved, record())).toEqual([null, 0])
})

test('edited words wait until they are kept or the mark is attached elsewhere', () => {
  expect(now(changed, record({ madeOn: 'words' }), exact)).toEqual([null, 1])
  expect(now(changed, record(), { ...exact, start: 20, end: 27 })).toEqual(['kept', 0])
  expect(now(changed, record(), exact)).toEqual(['attached', 0])
})

test('a mark that was set aside stands on edited words no more, and on its own again when they are back', () => {
  const aside = record({ setAside: '2026-01-01', keptOrphan: '2026-01-01' })
  expect(placedOn(aside, changed)).toMatchObject({
    span: null,
    verdict: { status: 'orphaned', rejected: { start: 20, end: 27, refusal: null } },
  })
  expect(now(changed, aside)).toEqual(['set-aside', 0])
  expect(placedOn(aside, moved).span).toEqual({ start: 8, end: 12 })
})

test('a lost mark, and one to choose for, wait until they are attached or kept', () => {
  for (const verdict of [uncertain, orphaned]) {
    expect(now(verdict, record())).toEqual([null, 1])
    expect(now(verdict, record(), exact)).toEqual(['attached', 0])
    expect(now(verdict, record({ keptOrphan: '2026-01-01' }))).toEqual(['kept', 0])
  }
})

test('a mark that was deleted since waits for nothing', () => {
  expect(now(orphaned, record({ deleted: '2026-01-01' }))).toEqual(['deleted', 0])
  expect(now(changed, null)).toEqual(['deleted', 0])
})
