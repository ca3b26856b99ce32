import type { ExitStatus } from './command.ts'

/** Controls but tab and line feed, and bidirectional overrides: what could steer a terminal or disguise a line. */
const steering = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu

/** The text with every character that a terminal would obey put out of action; lengths stay the same. */
export const printable = (text: string): string => text.replace(steering, '\ufffd')

/** The same on one line, for titles, quotes and messages. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim())

/** Prints text that people read, and a line feed. */
export const print = (text: string): void => {
  process.stdout.write(`${printable(text)}\n`)
}

/** Prints one JSON value. C1 and bidirectional controls are escaped, which JSON alone would let through. */
export const printJson = (value: unknown): void => {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  process.stdout.write(`${json}\n`)
}

/** Tells something that is no failure, on standard error. */
export const remark = (message: string): void => {
  process.stderr.write(`pathmark: ${oneLine(message)}\n`)
}

/** Reports one failure on one line of standard error. */
export const failed = (message: string): ExitStatus => {
  remark(message)
  return 1
}

/** Reports wrong usage on one line of standard error. */
export const misused = (message: string): ExitStatus => {
  remark(message)
  return 2
}

/**
 * Keeps a reader that stopped listening (`pathmark list | head -1`) from ending the program half way: what is left to
 * print is dropped and the command finishes its work. Any other failure of standard output is a failure of the command.
 */
export const watchStandardStreams = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = failed(`Standard output could not be written (${error.code ?? error.message}).`)
  })
  // Nobody is left to tell when standard error itself is gone.
  process.stderr.on('error', () => undefined)
}
