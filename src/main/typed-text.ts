/** A key as the main process sees it on its way to the page. */
export interface Key {
  /** As in `KeyboardEvent.key`. */
  readonly key: string
  /** With Ctrl, Alt or the command key: a command rather than text. */
  readonly command: boolean
}

/** One character as the reader sees it, whatever number of code units it has. */
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What keys that never reached the page would have typed there. Commands and keys that move the caret type nothing. */
export const typedText = (keys: readonly Key[]): string => {
  let text = ''
  for (const { key, command } of keys) {
    if (command) continue
    if (key === 'Enter') text += '\n'
    else if (key === 'Backspace')
      text = [...segments.segment(text)]
        .slice(0, -1)
        .map(({ segment }) => segment)
        .join('')
    else if ([...segments.segment(key)].length === 1) text += key
  }
  return text
}
