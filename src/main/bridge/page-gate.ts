/**
 * Decides which page of the window is answered while libraries change places: a page knows one library alone, and what it still sends when
 * the library is another one (a save that is tried again, a draft) would be written into that one. Each page calls itself by a token that
 * its preload script made.
 */
export interface PageGate {
  /** Whether a call of this page is answered now. */
  admits(call: unknown, page: unknown): boolean
  /** From now on no page is answered. */
  shut(): void
  /** Answers again: the page that is there, or, when the library is another one, none but pages that are loaded from now on. */
  open(library: 'same' | 'other'): void
}

/** Concerns the window and no library. */
const ALWAYS: unknown = 'window.ready-to-close'

export const keepPageGate = (): PageGate => {
  let isShut = false
  let latest: unknown = null
  let left: unknown = null
  return {
    admits: (call, page) => {
      if (typeof page !== 'string' || page === '') return false
      latest = page
      return call === ALWAYS || (!isShut && page !== left)
    },
    shut: () => {
      isShut = true
    },
    open: library => {
      if (library === 'other') left = latest
      isShut = false
    },
  }
}
