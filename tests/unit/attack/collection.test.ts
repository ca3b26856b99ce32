import { expect, test } from 'vitest'
import { attackStrings, oneOfEach } from '../../attack/collection.ts'

test('the collection holds more than 500 different strings, each of which tells which one it is', () => {
  const strings = attackStrings('http://127.0.0.1:1/hit')
  expect(new Set(strings.map(({ text }) => text)).size).toBe(strings.length)
  expect(strings.length).toBeGreaterThan(500)
  expect(strings.filter(({ text }) => /\{(?:run|load)\}/.test(text))).toEqual([])
  expect(oneOfEach(strings)).toHaveLength(new Set(strings.map(({ technique }) => technique)).size)
})
