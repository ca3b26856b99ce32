import { signal } from '@preact/signals-core'

/**
 * Text that was typed and not yet saved. It is written down with every change, so that it outlives a closed editor, another
 * article and a crash, and is dropped once it is saved. Keys say what it belongs to: `<document>/note/<annotation>`.
 */
const PREFIX = 'pathmark-draft:'

/** Drafts of this session, also those that the window's storage refused: those live as long as the window. */
const drafts = signal<ReadonlyMap<string, string>>(new Map())

const stored = (action: (storage: Storage) => string | null | void): string | null => {
  try {
    return action(window.localStorage) ?? null
  } catch (error) {
    // A full or forbidden storage: the draft is in memory all the same, and saving does not depend on it.
    console.warn('A draft is kept in memory only.', error)
    return null
  }
}

export const readDraft = (key: string): string | null =>
  drafts.value.get(key) ?? stored(storage => storage.getItem(PREFIX + key))

export function keepDraft(key: string, text: string): void {
  drafts.value = new Map(drafts.peek()).set(key, text)
  stored(storage => storage.setItem(PREFIX + key, text))
}

export function dropDraft(key: string): void {
  const rest = new Map(drafts.peek())
  rest.delete(key)
  drafts.value = rest
  stored(storage => storage.removeItem(PREFIX + key))
}
