/**
 * How far the search for an article's mechanisms is. Whatever it says, what was found before is there until something
 * newer takes its place.
 */
export type Finding =
  | { readonly status: 'done' }
  /** `progress` is the share of the text that has been looked through, 0 to 1. */
  | { readonly status: 'looking'; readonly progress: number }
  /** The reader stopped it. */
  | { readonly status: 'cancelled' }
  /** `message` is one line for the reader that says what to do. */
  | { readonly status: 'failed'; readonly message: string }
