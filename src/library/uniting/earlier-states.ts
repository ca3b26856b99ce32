import { orderedJson } from '#core/annotation/ordered-json.ts'
import { NO_EDITS } from '#core/annotation/record-edits.ts'
import type { EditedRecord } from '#core/annotation/record-edits.ts'

interface Identified {
  readonly id: string
}

interface EarlierState<R> {
  /** Names what was known of other writers in this state. */
  readonly known: string
  readonly record: R
}

/** More states of one record than the window can be behind. */
const MOST_STATES = 8

/**
 * Records as they were before a change of another copy was taken in, for whoever goes on from what was there before. What
 * is saved by somebody who has not seen the change was not said about it: without this, a window that still shows the
 * old note would take the new one back with its next change of a colour.
 */
export class EarlierStates<R extends EditedRecord> {
  readonly #writer: string
  readonly #states = new Map<string, EarlierState<R>[]>()

  /** `writer` is who saves here. */
  constructor(writer: string) {
    this.#writer = writer
  }

  /** To be told of each record that another copy changed, with what it was before. */
  remember(id: string, before: R, after: R): void {
    const known = this.#knownTo(before)
    if (known === this.#knownTo(after)) return
    const others = (this.#states.get(id) ?? []).filter(state => state.known !== known)
    this.#states.set(id, [...others, { known, record: before }].slice(-MOST_STATES))
  }

  /** As `remember`, for all records of a file. */
  rememberAll(before: readonly (R & Identified)[], after: readonly (R & Identified)[]): void {
    const known = new Map(before.map(record => [record.id, record]))
    for (const record of after) {
      const was = known.get(record.id)
      if (was !== undefined && was !== record) this.remember(record.id, was, record)
    }
  }

  /** The state that `saved` was made from: `stored`, or the one before it that whoever saves has seen last; null when nobody knows. */
  madeFrom(id: string, saved: R, stored: R): R | null {
    const known = this.#knownTo(saved)
    if (known === this.#knownTo(stored)) return stored
    return this.#states.get(id)?.find(state => state.known === known)?.record ?? null
  }

  /** Whoever saved goes on from what was saved. */
  goOn(id: string, from: R, saved: R): void {
    const states = this.#states.get(id)
    const at = states?.findIndex(({ record }) => record === from) ?? -1
    const state = states?.[at]
    if (states !== undefined && state !== undefined) states[at] = { ...state, record: saved }
  }

  #knownTo({ edits = NO_EDITS }: R): string {
    return orderedJson(Object.fromEntries(Object.entries(edits.seen).filter(([writer]) => writer !== this.#writer)))
  }
}
