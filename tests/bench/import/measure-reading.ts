import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** What one contestant came to with one file. Times are of the processor, in milliseconds. */
export interface Reading {
  /** From the start of the process to the first text. */
  readonly first: number
  /** Each time after that. */
  readonly again: readonly number[]
  /** MiB that the process held at most. */
  readonly memory: number
  readonly text: string
}

const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** MiB; what the runtime itself says includes what the process had that started it. */
const mostHeld = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024

/** What a contestant is given: the file, and of a book its pages. */
interface GivenToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly inside: readonly string[]
  /** Whether the purifier belongs to it. */
  readonly isPurified: boolean
}

/** Reads the file that the parameters of this process name, once and then so many times more, and says what it came to on standard output. */
export const measureReading = async (read: (given: GivenToRead) => Promise<string>): Promise<void> => {
  const [, , name = '', path = '', times = '', ...pages] = process.argv
  const given = {
    name: basename(path),
    bytes: new Uint8Array(await readFile(path)),
    inside: await Promise.all(pages.map(inside => readFile(inside, 'utf8'))),
    isPurified: name === 'purified',
  }
  const text = await read(given)
  const first = spent()
  const again: number[] = []
  for (let time = 0; time < Number(times); time += 1) {
    const before = spent()
    await read(given)
    again.push(spent() - before)
  }
  const reading: Reading = { first, again, memory: mostHeld(), text }
  process.stdout.write(JSON.stringify(reading))
}
