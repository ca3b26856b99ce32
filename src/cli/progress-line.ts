import { oneLine } from './terminal.ts'

/** Milliseconds between two lines where each one stays. */
const PAUSE = 10_000
/** Of fewer things nothing is told between the first and the last, unless they take long. */
const MANY = 20

/** How far long work is, on standard error: on a terminal one line that is written anew, elsewhere a line now and then. */
export interface ProgressLine {
  /** `what` is what is being done now. */
  tell(done: number, total: number, what: string): void
  /** Makes room for other output. */
  clear(): void
}

const rewritten = (verb: string): ProgressLine => {
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    tell: (done, total, what) => {
      clear()
      const line = oneLine(`${verb} ${done} of ${total}  ${what}`)
      // A line that is broken in two could not be written over.
      process.stderr.write([...line].slice(0, Math.max(10, (process.stderr.columns ?? 80) - 1)).join(''))
      shown = true
    },
    clear,
  }
}

const sparse = (verb: string): ProgressLine => {
  let told = performance.now()
  let tenth = 0
  return {
    tell: (done, total) => {
      const reached = Math.floor((10 * done) / total)
      const isTime = performance.now() - told > PAUSE || (total >= MANY && reached > tenth)
      if (!isTime || done === 0 || done === total) return
      told = performance.now()
      tenth = reached
      process.stderr.write(`pathmark: ${verb} ${done} of ${total}\n`)
    },
    clear: () => {},
  }
}

const silent: ProgressLine = { tell: () => {}, clear: () => {} }

/** `verb` says what is being done: `Importing`. */
export const progressLine = (verb: string, { quiet }: { readonly quiet: boolean }): ProgressLine =>
  quiet ? silent : process.stderr.isTTY ? rewritten(verb) : sparse(verb)
