import { expect, test } from 'vitest'
import { joinVertical } from '#library/importing/pdf/vertical-writing.ts'

/** Letters of 12 points, drawn by themselves from a place downwards. */
const drawn = (text: string, x: number, y: number) =>
  [...text].map((str, index) => ({
    str,
    dir: 'ltr',
    width: 12,
    height: 12,
    transform: [12, 0, 0, 12, x, y - 12 * index],
    fontName: 'F',
    hasEOL: false,
  }))

/** Columns, each with a letter that is drawn by itself far below it, beside the middle of the column by a part of a point. */
const columnsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    ...drawn('研究は', 20 * index, 700),
    ...drawn('年', 20 * index + (index % 3) * 0.6, 300),
  ]).flat()

test('a single letter goes downwards in its column alone', () => {
  const items = [...columnsOf(3), ...drawn('年', 1000, 300), ...drawn('年', 48, 300)]

  expect(joinVertical(items).map(({ str, vertical = false }) => `${str} ${vertical}`)).toEqual([
    ...Array.from({ length: 3 }, () => ['研究は true', '年 true']).flat(),
    '年 false',
    '年 false',
  ])
})

test.each(['–', '•', '—'])('the sign %s in cells one below the other is no line that goes downwards', sign => {
  const items = [...drawn(sign.repeat(4), 72, 700), ...drawn('値段と量', 140, 700)]

  expect(joinVertical(items).map(({ str }) => str)).toEqual([sign, sign, sign, sign, '値段と量'])
})

test('the time that columns take grows about as they do', () => {
  const timeOf = (items: Parameters<typeof joinVertical>[0]): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const before = process.cpuUsage()
        joinVertical(items)
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      }),
    )
  const [few, many] = [columnsOf(1500), columnsOf(12_000)]
  timeOf(few)
  expect(timeOf(many)).toBeLessThan(3 * 8 * timeOf(few))
})
