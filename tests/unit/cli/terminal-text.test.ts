import { describe, expect, test } from 'vitest'
import { table } from '../../../src/cli/table.ts'
import { oneLine, printable } from '../../../src/cli/terminal.ts'

describe('text for a terminal', () => {
  test('cannot steer it', () => {
    expect(printable('a\u001b[2Jb\u009b31mc\u0007')).toBe('a\ufffd[2Jb\ufffd31mc\ufffd')
  })

  test('cannot disguise what it says by turning its direction', () => {
    expect(printable('evil\u202elmth.exe')).toBe('evil\ufffdlmth.exe')
  })

  test('keeps tabs, line feeds and letters of any script, and its length', () => {
    const text = 'a\tb\nπ 漢字 👩🏽‍🔬'
    expect(printable(text)).toBe(text)
  })

  test('stays on one line where one line is wanted', () => {
    expect(oneLine('  a\r\n  b\tc\u2028d ')).toBe('a b c d')
  })
})

describe('a table', () => {
  test('aligns its columns, numbers to the right', () => {
    expect(
      table(
        ['id', '>words', 'title'],
        [
          ['a', '7', 'One'],
          ['long-id', '12345', 'Two'],
        ],
      ),
    ).toBe(['ID       WORDS  TITLE', 'a            7  One', 'long-id  12345  Two'].join('\n'))
  })
})
