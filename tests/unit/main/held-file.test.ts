import { expect, test, vi } from 'vitest'
import { holdFile } from '../../../src/main/handlers/held-file.ts'

const aFile = () => {
  const close = vi.fn<() => Promise<void>>(async () => {})
  return { length: 1, read: async () => new Uint8Array(1), close }
}

test('the file that was ordered last is held, whichever is found first', async () => {
  const held = holdFile()
  const [slow, quick] = [aFile(), aFile()]
  const [first, second] = [held.order(), held.order()]

  const name = await held.put(second, quick)
  expect(await held.put(first, slow)).toBeNull()
  expect(slow.close).toHaveBeenCalledOnce()
  expect(held.named(name ?? '')).toBe(quick)
  expect(quick.close).not.toHaveBeenCalled()
})

test('of files that are put one after another while the one before closes, only the last stays open', async () => {
  const held = holdFile()
  const files = [aFile(), aFile(), aFile()]
  const names = await Promise.all(files.map(async file => held.put(held.order(), file)))

  expect(files.map(({ close }) => close.mock.calls.length)).toEqual([1, 1, 0])
  expect(held.named(names[0] ?? '')).toBeNull()
  expect(held.named(names[2] ?? '')).toBe(files[2])
})

test('what is found after everything was closed is closed, too', async () => {
  const held = holdFile()
  const [open, late] = [aFile(), aFile()]
  const name = await held.put(held.order(), open)
  const order = held.order()
  await held.closeAll()

  expect(await held.put(order, late)).toBeNull()
  expect(open.close).toHaveBeenCalledOnce()
  expect(late.close).toHaveBeenCalledOnce()
  expect(held.named(name ?? '')).toBeNull()
})

test('closing a file leaves another one that is ordered meanwhile', async () => {
  const held = holdFile()
  const [before, after] = [aFile(), aFile()]
  const name = await held.put(held.order(), before)
  const order = held.order()
  await held.close(name ?? '')

  const other = await held.put(order, after)
  await held.close(name ?? '')
  expect(before.close).toHaveBeenCalledOnce()
  expect(held.named(other ?? '')).toBe(after)
})
