declare module 'dom-anchor-text-quote' {
  /** Offsets of the nearest match of the quote in the text of `root`; null when there is none. */
  export function toTextPosition(
    root: { readonly textContent: string | null },
    quote: TextQuote,
    options?: { readonly hint?: number },
  ): { start: number; end: number } | null
}
