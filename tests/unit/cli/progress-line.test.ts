import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressLine } from '../../../src/cli/progress-line.ts'

let written = ''
const isTTY = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY')

beforeEach(() => {
  written = ''
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    written += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  Object.defineProperty(process.stderr, 'isTTY', isTTY ?? { value: undefined, configurable: true })
})

const onTerminal = (value: boolean): void =>
  void Object.defineProperty(process.stderr, 'isTTY', { value, configurable: true })

it('tells of the pages of a long file now and then where each line stays', () => {
  onTerminal(false)
  const line = progressLine('Importing', { quiet: false })
  line.tell(0, 1, 'long.pdf')
  for (let page = 1; page <= 50; page += 1) {
    vi.advanceTimersByTime(1_000)
    line.tellPart(0, 1, `page ${page} of 50 of long.pdf`)
  }
  expect(written.split('\n')).toEqual([
    ...[11, 22, 33, 44].map(page => `pathmark: Importing page ${page} of 50 of long.pdf`),
    '',
  ])
})

it('tells of each page in the line that is written anew on a terminal, and of none when it is to be quiet', () => {
  onTerminal(true)
  const line = progressLine('Importing', { quiet: false })
  line.tell(0, 2, 'long.pdf')
  line.tellPart(0, 2, 'page 3 of 50 of long.pdf')
  expect(written.split('\r\u001b[K')).toEqual([
    'Importing 0 of 2 long.pdf',
    'Importing 0 of 2: page 3 of 50 of long.pdf',
  ])
  written = ''
  progressLine('Importing', { quiet: true }).tellPart(0, 2, 'page 3 of 50  long.pdf')
  expect(written).toBe('')
})
