/** Names with which a value could change what all objects inherit, if some code were to copy its fields one by one. */
const dangerousNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** True of every JSON text that could hold such a name: as it is, or with a letter of it written as a number. */
const mayHoldOne = /__proto__|constructor|prototype|\\u00[2-7]/i

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Takes the fields with dangerous names out of a value and all within it, however deep it nests. */
const dropDangerousFields = (value: unknown): void => {
  const waiting = isObject(value) ? [value] : []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of dangerousNames) if (Object.hasOwn(next, name)) Reflect.deleteProperty(next, name)
    for (const inner of Object.values(next)) if (isObject(inner)) waiting.push(inner)
  }
}

/**
 * Reads JSON that comes from outside of the program: a file that others may have written, data in a page. Fields called `__proto__`,
 * `constructor` or `prototype` are left out, at any depth. Throws a `SyntaxError` as `JSON.parse` does.
 */
export const parseJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  // Going through a value costs as much as reading it, and nearly no text needs it.
  if (mayHoldOne.test(text)) dropDangerousFields(value)
  return value
}
