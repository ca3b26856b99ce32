/** Where versions before 0.2 wrote drafts down: in the storage of the window's page. */
const PREFIX = 'pathmark-draft:'

const stored = <T>(action: (storage: Storage) => T, otherwise: T): T => {
  try {
    return action(window.localStorage)
  } catch (error) {
    console.warn('Drafts of an earlier version could not be looked for.', error)
    return otherwise
  }
}

const keysIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter(key => key.startsWith(PREFIX))

/** Drafts that an earlier version left, by their keys. They stay there until they are kept elsewhere. */
export const takeEarlierDrafts = (): readonly (readonly [string, string])[] =>
  stored(storage => keysIn(storage).map(key => [key.slice(PREFIX.length), storage.getItem(key) ?? ''] as const), [])

export const forgetEarlierDrafts = (): void =>
  stored(storage => {
    for (const key of keysIn(storage)) storage.removeItem(key)
  }, undefined)
