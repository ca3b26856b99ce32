import { expect, test } from 'vitest'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readOnce } from '../../../src/main/starting/read-once.ts'

test('what was read once is not read again; a failure is, when it is next asked for', async () => {
  const answers: Result<number>[] = [fail('not-readable', 'Not there.'), succeed(1), succeed(2)]
  const read = readOnce(() => Promise.resolve(answers.shift() ?? fail('unexpected', 'Asked too often.')))
  expect((await read()).ok).toBe(false)
  expect(await Promise.all([read(), read()])).toEqual([succeed(1), succeed(1)])
  expect(await read()).toEqual(succeed(1))
})
