import { expect, test } from 'vitest'
import { typedAtEnd, withMissingKeys } from '../../../src/main/window/typed-text.ts'

const keys = (...pressed: readonly string[]) => pressed.map(key => ({ key, command: false }))

test.each([
  [keys('a', 'B', ' ', 'é', '–'), 'aB é–'],
  [keys('a', 'Enter', 'b'), 'a\nb'],
  [keys('a', '🧠', 'Backspace', 'b'), 'ab'],
  [keys('Backspace', 'a'), 'a'],
  [keys('a', 'ArrowLeft', 'Shift', 'Tab', 'Escape', 'F5', 'Dead', 'b'), 'ab'],
  [[{ key: 's', command: true }, ...keys('x')], 'x'],
  [[], ''],
])('keys that never arrived type what they would have typed: %j', (pressed, text) => {
  expect(typedAtEnd('', pressed)).toBe(text)
})

test.each([
  ['has all of it', 'Cells mi', keys(...'Cells mi'), 'Cells mi'],
  ['stops short', 'Cells mi', keys(...'Cells migrate'), 'Cells migrate'],
  ['has more before it', 'It says: Cells mi', keys(...'Cells migrate'), 'It says: Cells migrate'],
  ['was begun by a key that is a command', 'Cel', keys('n', ...'Cells'), 'Cells'],
  [
    'says the same again and again',
    'one of the note two of',
    keys(...'one of the note two of the note'),
    'one of the note two of the note',
  ],
  ['had its last letters taken back', 'Cells', keys(...'Cells', 'Backspace', ...'ular'), 'Cellular'],
  ['was left', 'Cells', keys(...'Cells', 'Escape', 'j', 'k'), 'Cells'],
  ['goes on in a new line', 'Cells', keys(...'Cells', 'Enter', 'a'), 'Cells\na'],
  ['has nothing that was typed', 'pasted', keys('j', 'k'), 'pasted'],
  ['is all there is', 'Cells', [], 'Cells'],
])('a text that %s is made whole by the keys that it lacks', (_name, before, pressed, whole) => {
  expect(withMissingKeys(before, pressed)).toBe(whole)
})
