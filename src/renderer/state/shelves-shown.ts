import { signal } from '@preact/signals-core'

/** Whether the library's list stands in the article's place. */
export const shelvesShown = signal(false)
