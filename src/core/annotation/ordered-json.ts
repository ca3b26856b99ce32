/** The value with its keys in one order all the way down. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

/** JSON in which equal content is equal text; empty for a value that is absent. */
export const orderedJson = (value: unknown): string => JSON.stringify(inOrder(value)) ?? ''

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** True when both hold the same content, in whatever order their keys stand; a key that holds `undefined` is none. */
export const sameContent = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  for (const key of Object.keys(a)) if (!sameContent(a[key], b[key])) return false
  return Object.keys(b).every(key => b[key] === undefined || a[key] !== undefined)
}
