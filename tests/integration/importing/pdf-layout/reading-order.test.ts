import { expect, test } from 'vitest'
import { documentParts } from '#library/importing/pdf/layout/document-parts.ts'
import type { TextItem } from '#library/importing/pdf/layout/page-text.ts'
import { columnItems, textItem } from './text-item.ts'

const lines = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} line ${index + 1} of a column of prose that is full,`)

const orderOf = (...pages: readonly (readonly TextItem[])[]): string => {
  const texts = pages.map((items, number) => ({
    number,
    width: 612,
    height: 792,
    frames: [
      { rotation: 0, items: items.map((item, drawn) => ({ ...item, drawn, place: { ...item.place, page: number } })) },
    ],
  }))
  const { parts } = documentParts(texts, new Set())
  return parts.flatMap(part => part.lines.map(({ text }) => text.split(' ').slice(0, 3).join(' '))).join(' | ')
}

const firsts = (order: string): string => order.replace(/ line \d+/g, '').replace(/(\b\w+\b)(?: \| \1\b)+/g, '$1')

test('columns are read one after the other, however their pieces are drawn', () => {
  const left = columnItems(lines('Left', 12), 60, 100)
  const right = columnItems(lines('Right', 12), 320, 100)
  const drawn = left.flatMap((item, index) => [right[11 - index] ?? item, item])

  expect(firsts(orderOf(drawn))).toBe('Left | Right')
})

test('what goes over both columns is read between what is above and below it', () => {
  const wide =
    'Both words of a table or figure that goes over the two columns of the page from the left to the right end'
  const items = [
    ...columnItems(lines('A', 8), 60, 100),
    ...columnItems(lines('B', 8), 320, 100),
    textItem(wide, 60, 230),
    ...columnItems(lines('C', 8), 60, 270),
    ...columnItems(lines('D', 8), 320, 270),
  ]

  expect(firsts(orderOf(items))).toBe('A | B | Both words of | C | D')
})

test('three columns are three', () => {
  const narrow = (name: string) =>
    Array.from({ length: 10 }, (_, index) => `${name} line ${index + 1} of prose that is,`)
  const items = ['A', 'B', 'C'].flatMap((name, index) => columnItems(narrow(name), 40 + 180 * index, 100))

  expect(firsts(orderOf(items))).toBe('A | B | C')
})

test('columns whose lines do not stand beside each other are columns', () => {
  const items = [...columnItems(lines('Left', 12), 60, 100), ...columnItems(lines('Right', 12), 320, 105)]

  expect(firsts(orderOf(items))).toBe('Left | Right')
})

test('a table is read row by row', () => {
  const rows = ['Sham', 'Saline', 'Cells', 'Both'].flatMap((group, row) =>
    [group, '8', `${row}.5`].map((cell, column) => textItem(cell, 60 + 150 * column, 100 + 14 * row)),
  )
  const { parts } = documentParts(
    [{ number: 0, width: 612, height: 792, frames: [{ rotation: 0, items: rows }] }],
    new Set(),
  )

  expect(parts).toMatchObject([{ kind: 'table' }])
  expect(parts.flatMap(part => part.lines.map(({ text }) => text))).toEqual([
    'Sham 8 0.5',
    'Saline 8 1.5',
    'Cells 8 2.5',
    'Both 8 3.5',
  ])
})

test('a letter over several lines begins its word', () => {
  const items = [
    textItem('N', 60, 124, { size: 36, width: 24 }),
    ...columnItems(['europathic pain follows injury,', 'and goes on beside the letter,'], 86, 100),
    ...columnItems(lines('then', 4), 60, 124),
  ]

  expect(orderOf(items)).toMatch(/^Neuropathic pain follows/)
})

const partsOf = (items: readonly TextItem[]) =>
  documentParts(
    [
      {
        number: 0,
        width: 612,
        height: 792,
        frames: [{ rotation: 0, items: items.map((item, drawn) => ({ ...item, drawn })) }],
      },
    ],
    new Set(),
  ).parts

const wide = (name: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${name} line ${index + 1} of a paragraph that goes over the whole width of the page, as most`,
  )

test('a box that a column flows around comes after the paragraph beside it', () => {
  const items = [
    ...columnItems(wide('Above', 8), 60, 100),
    ...columnItems(lines('Beside', 8), 60, 196),
    ...columnItems(wide('Below', 8), 60, 292),
    ...columnItems(
      Array.from({ length: 7 }, (_, index) => `Box line ${index + 1} in a box`),
      320,
      199,
    ),
  ]

  expect(firsts(orderOf(items))).toBe('Above | Beside | Below | Box')
  expect(partsOf(items)).toHaveLength(2)
})

test('a line that is too long for its column does not take words of the next one', () => {
  const long = 'Left line 5 of a column of prose that is too full,,,'
  const left = columnItems(lines('Left', 12).with(4, long), 60, 100)
  const right = columnItems(lines('Right', 12), 322, 100)

  expect(firsts(orderOf([...left, ...right]))).toBe('Left | Right')
})

test('words of loose lines that stand below each other by accident are no columns', () => {
  const items = lines('Loose', 14).flatMap((_, row) => [
    textItem(`Loose ${row + 1} of a line`, 60, 100 + 12 * row, { width: 105 + (row % 4) * 7 }),
    textItem('that is set with wide spaces', 175 + (row % 4) * 7, 100 + 12 * row, { width: 150 - (row % 4) * 7 }),
  ])

  expect(firsts(orderOf(items))).toBe(Array.from({ length: 14 }, (_, row) => `Loose ${row + 1} of`).join(' | '))
})

test('cells of several lines are whole, in the rows of their table', () => {
  const cell = (words: string, x: number, top: number) =>
    columnItems([`${words} of a first`, 'line and a second'], x, top)
  const items = ['Sham', 'Saline', 'Cells', 'Both'].flatMap((group, row) => {
    const top = 100 + 30 * row
    return [...cell(group, 60, top), ...cell(`Results of ${group}`, 220, top), textItem(`${row}.5`, 420, top)]
  })
  const [table, ...others] = partsOf(items)

  expect(others).toEqual([])
  expect(
    table?.kind === 'table' && table.rows.map(row => row.map(pieces => pieces.map(({ text }) => text).join(' '))),
  ).toEqual(
    ['Sham', 'Saline', 'Cells', 'Both'].map((group, row) => [
      `${group} of a first line and a second`,
      `Results of ${group} of a first line and a second`,
      `${row}.5`,
    ]),
  )
})

const rowsOfTable = (items: readonly TextItem[]): string[][] =>
  partsOf(items).flatMap(part =>
    part.kind === 'table' ? part.rows.map(row => row.map(pieces => pieces.map(({ text }) => text).join(' '))) : [],
  )

const doses = [
  ['Group', 'Animals', 'Change'],
  ['Sham', '8', '0.5'],
  ['Saline', '9', '1.5'],
  ['Cells', '7', '2.5'],
  ['Both', '6', '3.5'],
]

/** The table's rows from the top, with more room below its head. */
const cellAt = (text: string, row: number, column: number): TextItem =>
  textItem(text, 60 + 150 * column, 100 + 14 * row + (row > 0 ? 6 : 0))

const byColumn = (table: readonly (readonly string[])[]): TextItem[] =>
  [0, 1, 2].flatMap(column =>
    table.flatMap((row, index) => ((row[column] ?? '') === '' ? [] : [cellAt(row[column] ?? '', index, column)])),
  )

const labelsFirst = (table: readonly (readonly string[])[]): TextItem[] => [
  ...table.map(([label = ''], row) => cellAt(label, row, 0)),
  ...table.flatMap(([, ...cells], row) =>
    cells.flatMap((cell, column) => (cell === '' ? [] : [cellAt(cell, row, column + 1)])),
  ),
]

const withEmptyCells = doses.map((row, index) => (index === 2 || index === 3 ? row.with(2, '') : row))

test.each([
  ['column by column', byColumn, doses],
  ['column by column, with empty cells', byColumn, withEmptyCells],
  ['labels first', labelsFirst, doses],
  ['labels first, with empty cells', labelsFirst, withEmptyCells],
])('a table that is drawn %s keeps its rows', (_, drawn, table) => {
  expect(rowsOfTable(drawn(table))).toEqual(table)
})

test('years beside the numbers of the rows of a table are no numbers of lines', () => {
  const items = Array.from({ length: 12 }, (_, row) =>
    [String(row + 1), String(2001 + row), `Study of ${'groups '.repeat(1 + (row % 3))}`].map((cell, column) =>
      textItem(cell.trim(), [40, 70, 120][column] ?? 0, 100 + 14 * row),
    ),
  ).flat()

  expect(orderOf(items)).toContain('2001 Study of | 2002 Study of')
})

test('numbers at the end of the rows of a table are no numbers of lines, though they count as those at their beginning do', () => {
  const items = Array.from({ length: 12 }, (_, row) =>
    [String(row + 1), `Study of ${'groups '.repeat(1 + (row % 3))}`, String(row + 13)].map((cell, column) =>
      textItem(cell.trim(), [40, 70, 420][column] ?? 0, 100 + 14 * row),
    ),
  ).flat()

  expect(
    partsOf(items)
      .flatMap(part => part.lines.map(({ text }) => text))
      .at(0),
  ).toMatch(/Study of groups 13$/)
})

test('the numbers of lines are left out on both sides of two columns', () => {
  const numbers = (from: number, x: number) =>
    columnItems(
      Array.from({ length: 12 }, (_, row) => String(from + row)),
      x,
      100,
      { size: 5 },
    )
  const items = [
    ...numbers(1, 40),
    ...columnItems(lines('Left', 12), 60, 100),
    ...columnItems(lines('Right', 12), 320, 100),
    ...numbers(13, 570),
  ]

  expect(firsts(orderOf(items))).toBe('Left | Right')
})

test('a line of a text to the left goes to the left, however much of it does not', () => {
  const right = (text: string, x: number, baseline: number) => textItem(text, x, baseline, { rightToLeft: true })
  const items = [
    ...columnItems(
      ['الجهاز العصبي ينقل إشارات الألم عبر الحبل', 'الشوكي وقد أظهرت الدراسة انخفاضا كبيرا في'],
      100,
      100,
      {
        rightToLeft: true,
      },
    ),
    textItem('.12', 130, 124),
    right('الصفحة', 150, 124),
    textItem('(Smith 2024)', 185, 124),
    right('انظر', 250, 124),
  ]

  expect(
    partsOf(items)
      .flatMap(part => part.lines.map(({ text }) => text))
      .at(-1),
  ).toBe('انظر (Smith 2024) الصفحة 12.')
})
