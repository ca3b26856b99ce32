import { describe, expect, it } from 'vitest'
import type { Change } from '../../torture/keeping/change.ts'
import { keyOf } from '../../torture/keeping/change.ts'
import { Ledger } from '../../torture/keeping/ledger.ts'

const pageNote = (version: number, value = `state ${version}`): Change => ({
  kind: 'page-note',
  document: 'a-document',
  record: { value, modified: '2026-11-23T10:00:00.000Z', version },
})

const found = (...changes: readonly Change[]) => new Map(changes.map(change => [keyOf(change), change.record] as const))

/** A ledger with so many states asked for of one note, of which the first ones were acknowledged. */
const ledgerOf = (asked: number, acknowledged: number): Ledger => {
  const ledger = new Ledger()
  for (let version = 1; version <= asked; version += 1) {
    const acknowledge = ledger.ask(pageNote(version))
    if (version <= acknowledged) acknowledge()
  }
  return ledger
}

describe('the ledger by which the trials judge a library', () => {
  it('takes the last acknowledged state, and any later one that was asked for', () => {
    expect(ledgerOf(3, 2).compare(found(pageNote(2)))).toEqual([])
    expect(ledgerOf(3, 2).compare(found(pageNote(3)))).toEqual([])
    expect(ledgerOf(3, 0).compare(found())).toEqual([])
  })

  it.each([
    ['that is lost', found()],
    ['that is an earlier one', found(pageNote(1))],
    ['that is half there', found(pageNote(2, 'sta'))],
    ['that nobody asked for', found(pageNote(4))],
  ])('tells of a state %s', (_name, records) => {
    expect(ledgerOf(3, 2).compare(records)).toHaveLength(1)
  })

  it('tells of what changed without being asked for', () => {
    const ledger = new Ledger()
    ledger.settle(found(pageNote(1)))
    expect(ledger.compare(found(pageNote(1)))).toEqual([])
    expect(ledger.compare(found(pageNote(2)))).toHaveLength(1)
    expect(ledger.compare(found())).toHaveLength(1)
    expect(new Ledger().compare(found(pageNote(1)))).toHaveLength(1)
  })
})
