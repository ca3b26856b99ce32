import { expect, it } from 'vitest'
import type { ImportProgress } from '#core/bridge/events.ts'
import { fail } from '#core/result/result.ts'
import { fileItem } from '#library/import-many.ts'
import { importCount } from '../../../src/main/handlers/import-count.ts'

const failed = fail('not-readable', 'It is no article.')

it('tells of the file that was begun last and is not over, and counts the others', () => {
  const told: ImportProgress[] = []
  const count = importCount(3, progress => told.push(progress))
  const [long, short, last] = [
    fileItem('/papers/long.pdf'),
    fileItem('/papers/short.pdf'),
    fileItem('/papers/last.html'),
  ]
  const page = (number: number) => ({ unit: 'page', number, total: 500 }) as const
  count.began(long)
  count.advanced(long, page(3))
  count.began(short)
  count.advanced(long, page(4))
  count.ended(short, failed)
  count.began(last)
  count.ended(last, fail('cancelled', 'It was cancelled.'))
  count.advanced(long, page(9))
  expect(told).toEqual([
    { fileName: 'long.pdf', number: 1, total: 3, done: 0, failures: 0, part: null },
    { fileName: 'long.pdf', number: 1, total: 3, done: 0, failures: 0, part: page(3) },
    { fileName: 'short.pdf', number: 2, total: 3, done: 0, failures: 0, part: null },
    { fileName: 'long.pdf', number: 2, total: 3, done: 1, failures: 1, part: page(4) },
    { fileName: 'last.html', number: 3, total: 3, done: 1, failures: 1, part: null },
    { fileName: 'long.pdf', number: 3, total: 3, done: 2, failures: 1, part: page(4) },
    { fileName: 'long.pdf', number: 3, total: 3, done: 2, failures: 1, part: page(9) },
  ])
})

it('says nothing of a file any more that is over', () => {
  const told: ImportProgress[] = []
  const count = importCount(1, progress => told.push(progress))
  const item = fileItem('/papers/long.pdf')
  count.began(item)
  count.ended(item, failed)
  count.advanced(item, { unit: 'page', number: 1, total: 2 })
  expect(told.map(({ part, done }) => [part, done])).toEqual([
    [null, 0],
    [null, 1],
  ])
})
