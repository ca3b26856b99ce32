/** A key as the main process sees it on its way to the page. */
export interface Key {
  /** As in `KeyboardEvent.key`. */
  readonly key: string
  /** With Ctrl, Alt or the command key: a command rather than text. */
  readonly command: boolean
}

/** One character as the reader sees it has that many code units at most, flags and families included. */
const LONGEST_CHARACTER = 64
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What `text` becomes when the keys are typed at its end. Commands and keys that move the caret change nothing. */
export const typedAtEnd = (text: string, keys: readonly Key[]): string => {
  let typed = text
  for (const { key, command } of keys) {
    if (command) continue
    if (key === 'Enter') typed += '\n'
    else if (key === 'Backspace') typed = withoutLast(typed)
    else if (key.length === 1 || [...segments.segment(key)].length === 1) typed += key
  }
  return typed
}

const withoutLast = (text: string): string => {
  const last = [...segments.segment(text.slice(-LONGEST_CHARACTER))].at(-1)?.segment ?? ''
  return text.slice(0, text.length - last.length)
}

const commonEnding = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}

/** Keys that leave a field: what is typed after them goes elsewhere. */
const LEAVES_FIELD = new Set(['Escape', 'Tab'])

/**
 * A field's text as the last keys have made it, some of which the text does not have yet. It tells itself which it has: it
 * ends with what they typed up to some key, and the longest such ending is the one that came about by typing.
 * @param before the text up to where the reader writes, as it was last known
 * @param keys the last keys that were pressed, those that the text has included
 */
export const withMissingKeys = (before: string, keys: readonly Key[]): string => {
  let longest = 0
  let known = keys.length
  for (let end = keys.length; end > 0; end -= 1) {
    const length = commonEnding(before, typedAtEnd('', keys.slice(0, end)))
    if (length === 0 || length < longest) continue
    longest = length
    known = end
  }
  const missing = keys.slice(known)
  const left = missing.findIndex(({ key }) => LEAVES_FIELD.has(key))
  return typedAtEnd(before, left === -1 ? missing : missing.slice(0, left))
}
