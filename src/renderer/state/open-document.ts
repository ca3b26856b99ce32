import { signal } from '@preact/signals-core'

/** Id of the document whose records are in the window; null before the first. Set together with them. */
export const openDocument = signal<string | null>(null)
