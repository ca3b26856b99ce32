import { expect, it } from 'vitest'
import { followImports } from '../../../src/main/handlers/running-imports.ts'

it('an import is under way from when the reader is asked what to import, also when that fails', async () => {
  const imports = followImports(() => undefined)
  let answer = (_files: readonly string[]): void => undefined
  const asked = new Promise<readonly string[]>(resolve => (answer = resolve))
  const importing = imports.during(async () => imports.follow(async () => asked))
  expect(imports.isUnderWay()).toBe(true)
  answer([])
  await importing
  expect(imports.isUnderWay()).toBe(false)
  await expect(imports.during(() => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault')
  expect(imports.isUnderWay()).toBe(false)
})
