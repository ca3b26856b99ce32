import { keyOf } from './change.ts'
import type { Change } from './change.ts'

/** The records of a library by their keys. */
export type RecordsByKey = ReadonlyMap<string, unknown>

interface Asked {
  readonly record: unknown
  acknowledged: boolean
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What the library itself writes into a record: who has made which edit. */
const OWN_FIELDS = new Set(['edits'])

/** Whether `found` says all that `asked` says; what the library adds to a record does not count. */
const saysAllOf = (asked: unknown, found: unknown): boolean => {
  if (!isPlain(asked) || !isPlain(found)) return Object.is(asked, found)
  if (Array.isArray(asked) && (!Array.isArray(found) || found.length !== asked.length)) return false
  // A deletion that was not asked for is a difference, too.
  if ('deleted' in found && !('deleted' in asked)) return false
  return Object.entries(asked).every(([name, value]) => OWN_FIELDS.has(name) || saysAllOf(value, found[name]))
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300)

/**
 * What was asked of a library and what of it was acknowledged, in order. Of each record the last acknowledged state has
 * to be there, or a later one that was asked for; never an earlier one, and never one that nobody asked for.
 */
export class Ledger {
  readonly #before = new Map<string, unknown>()
  readonly #asked = new Map<string, Asked[]>()
  #acknowledged = 0

  /** How many changes were acknowledged, over all. */
  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Takes down a change that is about to be asked for; what is returned takes down that it was acknowledged. */
  ask(change: Change): () => void {
    const key = keyOf(change)
    const asked: Asked = { record: change.record, acknowledged: false }
    const list = this.#asked.get(key) ?? []
    this.#asked.set(key, list)
    list.push(asked)
    return () => {
      asked.acknowledged = true
      this.#acknowledged += 1
    }
  }

  /** A line for each record that is not as it has to be. */
  compare(found: RecordsByKey): string[] {
    const wrong: string[] = []
    for (const [key, list] of this.#asked) {
      const last = list.findLastIndex(({ acknowledged }) => acknowledged)
      const allowed = list.slice(Math.max(last, 0)).map(({ record }) => record)
      const record = found.get(key)
      if (allowed.some(state => saysAllOf(state, record))) continue
      if (last === -1 && (record === undefined ? !this.#before.has(key) : saysAllOf(this.#before.get(key), record)))
        continue
      const what = last === -1 ? 'is neither as it was nor as asked for' : 'was acknowledged and is not there'
      wrong.push(`${key} ${what}: ${shown(list[Math.max(last, 0)]?.record)}; found ${shown(record)}`)
    }
    for (const [key, record] of this.#before)
      if (!this.#asked.has(key) && !saysAllOf(record, found.get(key)))
        wrong.push(`${key} was not touched and is not as it was: ${shown(record)}; found ${shown(found.get(key))}`)
    for (const key of found.keys())
      if (!this.#asked.has(key) && !this.#before.has(key)) wrong.push(`${key} is there and nobody asked for it`)
    return wrong
  }

  /** Takes what was found for what there is from now on. */
  settle(found: RecordsByKey): void {
    this.#asked.clear()
    this.#before.clear()
    for (const [key, record] of found) this.#before.set(key, record)
  }
}
