import { expect, test } from 'vitest'
import { typedText } from '../../../src/main/typed-text.ts'

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
  expect(typedText(pressed)).toBe(text)
})
