import * as v from 'valibot'

/** A frozen record has been checked: only the store freezes, and only what it has found valid. */
const isChecked = (record: unknown): boolean => typeof record === 'object' && record !== null && Object.isFrozen(record)

/**
 * The schema for a long list of records, each of which is not checked again while it stays as it is. To add one to 10,000
 * costs no more than to look whether the others are frozen.
 */
export const recordList = <T extends object>(schema: v.GenericSchema<T, T>): v.GenericSchema<readonly T[]> =>
  v.pipe(
    v.custom<readonly T[]>(value => Array.isArray(value), 'Expected a list'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      // Counted, because this is done with every change: an iterator takes several times as long.
      for (let place = 0; place < dataset.value.length; place += 1) {
        const record = dataset.value[place]
        if (isChecked(record)) continue
        const [issue] = v.safeParse(schema, record, { abortEarly: true }).issues ?? []
        if (!issue) continue
        const here = {
          type: 'array' as const,
          origin: 'value' as const,
          input: dataset.value,
          key: place,
          value: record,
        }
        addIssue({ message: issue.message, path: [here, ...(issue.path ?? [])] })
        return
      }
    }),
  )
