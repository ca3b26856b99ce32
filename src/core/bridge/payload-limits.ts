/** How much one payload may hold. */
export interface PayloadLimits {
  /** Objects, lists and single values, all counted. */
  readonly values: number
  /** UTF-16 units of its strings and of the names of its fields, together. */
  readonly characters: number
  /** Levels of objects and lists inside each other. */
  readonly depth: number
}

/** Enough for a question: ids, filters, a position, the settings. Calls that carry more say so. */
export const USUAL_LIMITS: PayloadLimits = { values: 500, characters: 20_000, depth: 12 }

/** What no call goes beyond. */
export const LARGEST_LIMITS: PayloadLimits = { values: 1_000_000, characters: 20_000_000, depth: 12 }

/** Names that change what an object is rather than what it holds, wherever it is copied field by field. */
const DANGEROUS_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/** True for `{…}` of any realm: its prototype is a root, or it has none. Maps, dates, buffers and errors are none. */
const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const isSimple = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean'

interface Entry {
  readonly value: unknown
  readonly depth: number
}

/**
 * What is wrong with a payload before its schema is asked: more than the limits allow, or something that is no plain
 * data (a Map, a Date, bytes, a field called `__proto__`). Null when nothing is. It never looks at more values than the
 * limits allow, so that neither a circle nor an endless list holds it up.
 */
export const payloadProblem = (payload: unknown, limits: PayloadLimits): 'too-large' | 'not-plain' | null => {
  const waiting: Entry[] = [{ value: payload, depth: 0 }]
  let values = 0
  let characters = 0
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { value, depth } = entry
    values += 1
    if (values + waiting.length > limits.values) return 'too-large'
    if (isSimple(value)) continue
    if (typeof value === 'string') {
      characters += value.length
      if (characters > limits.characters) return 'too-large'
      continue
    }
    if (typeof value !== 'object' || value === null) return 'not-plain'
    if (depth >= limits.depth) return 'too-large'
    if (Array.isArray(value)) {
      // Asked before it is walked: a list without members may claim to have four thousand million.
      if (values + waiting.length + value.length > limits.values) return 'too-large'
      for (const member of value as readonly unknown[]) waiting.push({ value: member, depth: depth + 1 })
      continue
    }
    if (!isPlainObject(value)) return 'not-plain'
    for (const [name, member] of Object.entries(value)) {
      if (DANGEROUS_NAMES.has(name)) return 'not-plain'
      characters += name.length
      waiting.push({ value: member, depth: depth + 1 })
    }
    if (characters > limits.characters) return 'too-large'
  }
  return null
}
