import { signal } from '@preact/signals-core'

/**
 * Records by id, read like a signal that holds a map. The map is changed in place: copying ten thousand entries for each
 * edit takes longer than all the rest of it.
 */
export class RecordStore<T extends { readonly id: string }> {
  readonly #changed = signal(0)
  #records = new Map<string, T>()
  #journal: string[] = []

  /** The records as they are now; whoever reads them here is told when one is put. */
  get value(): ReadonlyMap<string, T> {
    void this.#changed.value
    return this.#records
  }

  /** Takes other records in the place of all of them. */
  set value(records: ReadonlyMap<string, T>) {
    this.#records = new Map(records)
    this.#journal = []
    this.#changed.value += 1
  }

  peek(): ReadonlyMap<string, T> {
    return this.#records
  }

  /**
   * Ids in the order in which their records were put since all were replaced; a new list begins then. Who remembers the
   * list and its length catches up with what came after.
   */
  get journal(): readonly string[] {
    return this.#journal
  }

  put(record: T): void {
    this.#records.set(record.id, record)
    this.#journal.push(record.id)
    this.#changed.value += 1
  }
}
