/** The package has no types of its own; this is the part of it that is used. */
interface Parsed {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[]
}

interface ParseOptions {
  /** Empty: guessed. */
  readonly delimiter?: string
  readonly skipEmptyLines?: 'greedy'
  /** Rows that are read at most. */
  readonly preview?: number
}

declare const papaparse: { readonly parse: (text: string, options?: ParseOptions) => Parsed }
export default papaparse
