declare module 'mark.js' {
  /** A run of the characters in the context's text nodes. */
  export interface MarkedRange {
    readonly start: number
    readonly length: number
  }

  export default class Mark {
    constructor(context: HTMLElement)
    markRanges(
      ranges: MarkedRange[],
      options?: { readonly each?: (element: HTMLElement, range: MarkedRange) => void },
    ): void
  }
}

declare module 'dom-anchor-text-quote' {
  export interface TextQuote {
    readonly exact: string
    readonly prefix?: string
    readonly suffix?: string
  }
  /** The nearest match of the quote in the text of `root`; null when there is none. */
  export function toRange(root: Node, quote: TextQuote, options?: { readonly hint?: number }): Range | null
}

declare module 'diff-match-patch' {
  export default class DiffMatchPatch {
    Match_Distance: number
    Match_Threshold: number
    /** The longest pattern that is searched for, in bits of a number. */
    readonly Match_MaxBits: number
    /** Offset of the best match of `pattern` near `place`; -1 when there is none. */
    match_main(text: string, pattern: string, place: number): number
  }
}
