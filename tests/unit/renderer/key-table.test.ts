import { describe, expect, test } from 'vitest'
import { bindings, commandOf } from '../../../src/renderer/keyboard/key-table.ts'
import type { KeyStroke } from '../../../src/renderer/keyboard/key-table.ts'

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const control = { ctrlKey: true }

describe('while reading', () => {
  test.each([
    ['1', {}, { name: 'highlight', color: 'yellow' }],
    ['6', {}, { name: 'highlight', color: 'purple' }],
    ['u', {}, { name: 'underline' }],
    ['N', {}, { name: 'note' }],
    ['t', {}, { name: 'tag' }],
    ['m', {}, { name: 'new-mechanism' }],
    ['Delete', {}, { name: 'delete' }],
    ['a', control, { name: 'select-all' }],
    ['z', control, { name: 'undo' }],
    ['Z', { ...control, shiftKey: true }, { name: 'redo' }],
    ['y', control, { name: 'redo' }],
    ['f', control, { name: 'find' }],
    ['F3', {}, { name: 'find-next' }],
    ['F3', { shiftKey: true }, { name: 'find-previous' }],
    ['e', control, { name: 'export' }],
    ['p', control, { name: 'print' }],
    [']', {}, { name: 'next-mark' }],
    ['[', {}, { name: 'previous-mark' }],
    ['?', { shiftKey: true }, { name: 'shortcuts' }],
    ['F7', {}, { name: 'caret' }],
    ['[', { altKey: true, code: 'BracketLeft' }, { name: 'resize', move: 'start-back' }],
    ['{', { altKey: true, shiftKey: true, code: 'BracketLeft' }, { name: 'resize', move: 'start-forward' }],
    [']', { altKey: true, code: 'BracketRight' }, { name: 'resize', move: 'end-forward' }],
    ['}', { altKey: true, shiftKey: true, code: 'BracketRight' }, { name: 'resize', move: 'end-back' }],
  ] as const)('%s with %o', (key, held, command) => {
    expect(commandOf(stroke(key, held), false)).toEqual(command)
  })

  test('the digits of a keyboard that needs Shift for them still mark', () => {
    expect(commandOf(stroke('&', { code: 'Digit1' }), false)).toEqual({ name: 'highlight', color: 'yellow' })
  })

  test('a bracket typed with AltGr, as on a German keyboard, walks the marks', () => {
    expect(commandOf(stroke(']', { code: 'Digit9' }), false)).toEqual({ name: 'next-mark' })
  })

  test.each([
    ['u', control],
    ['n', control],
    ['1', control],
    ['7', {}],
    ['1', { altKey: true }],
    ['t', { metaKey: true }],
  ] as const)('%s with %o is left to others', (key, held) => {
    expect(commandOf(stroke(key, held), false)).toBeNull()
  })
})

describe('in a text field', () => {
  test.each(['1', 'u', 'n', 't', 'm', '?', '[', ']', 'Delete', 'Backspace'])('%s is typed', key => {
    expect(commandOf(stroke(key), true)).toBeNull()
  })

  test('undo and redo are the field’s own', () => {
    expect(commandOf(stroke('z', control), true)).toBeNull()
    expect(commandOf(stroke('Z', { ...control, shiftKey: true }), true)).toBeNull()
  })

  test('find and export still work', () => {
    expect(commandOf(stroke('f', control), true)).toEqual({ name: 'find' })
    expect(commandOf(stroke('e', control), true)).toEqual({ name: 'export' })
  })
})

test('no two lines of the shortcuts dialog share their keys', () => {
  const keys = bindings.map(binding => binding.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
