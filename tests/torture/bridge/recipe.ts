/**
 * How to make a value in the page of the window. Plain data stands for itself; what cannot be written down as JSON is made
 * there from a description.
 */
export type Recipe =
  | null
  | boolean
  | number
  | string
  | readonly Recipe[]
  | { readonly fields: readonly (readonly [name: string, value: Recipe])[] }
  | { readonly make: Oddity; readonly size: number }

/** Values that a page can hand over and that no call wants. */
export const oddities = [
  'undefined',
  'not-a-number',
  'big-integer',
  'map',
  'set',
  'date',
  'bytes',
  'pattern',
  'error',
  'circle',
  'endless-list',
  'long-text',
  'deep',
  'wide',
  'getter',
  'function',
  'symbol',
  'proxy',
] as const
type Oddity = (typeof oddities)[number]

export interface HostileCall {
  readonly name: Recipe
  readonly payload: Recipe
}
