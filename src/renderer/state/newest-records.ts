interface Versioned {
  readonly id: string
  readonly version: number
}

/** Stored records by id, each in the newer of its versions where the window has another one. */
export const newestRecords = <T extends Versioned>(
  stored: readonly T[],
  inWindow: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> => {
  const records = new Map(stored.map(record => [record.id, record]))
  for (const record of inWindow?.values() ?? []) {
    const known = records.get(record.id)
    if (known === undefined || known.version < record.version) records.set(record.id, record)
  }
  return records
}
