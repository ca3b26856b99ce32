import { oneLine, remark } from './terminal.ts'

/** Milliseconds between two lines where each one stays. */
const PAUSE = 10_000
/** Of fewer things nothing is told between the first and the last, unless they take long. */
const MANY = 20

/** How far long work is, on standard error: on a terminal one line that is written anew, elsewhere a line now and then. */
export interface ProgressLine {
  /** `what` is what is being done now. */
  tell(done: number, total: number, what: string): void
  /** The same while it is the same, further on: told only now and then where each line stays. */
  tellPart(done: number, total: number, what: string): void
  /** Makes room for other output. */
  clear(): void
}

const partInWords = (verb: string, done: number, total: number, what: string): string =>
  total === 1 ? `${verb} ${what}` : `${verb} ${done} of ${total}: ${what}`

const rewritten = (verb: string): ProgressLine => {
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  const show = (text: string): void => {
    clear()
    // A line that is broken in two could not be written over.
    const room = Math.max(10, (process.stderr.columns ?? 80) - 1)
    process.stderr.write([...oneLine(text)].slice(0, room).join(''))
    shown = true
  }
  return {
    tell: (done, total, what) => show(`${verb} ${done} of ${total}  ${what}`),
    tellPart: (done, total, what) => show(partInWords(verb, done, total, what)),
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
    tellPart: (done, total, what) => {
      if (performance.now() - told <= PAUSE) return
      told = performance.now()
      remark(partInWords(verb, done, total, what))
    },
    clear: () => {},
  }
}

const silent: ProgressLine = { tell: () => {}, tellPart: () => {}, clear: () => {} }

/** `verb` says what is being done: `Importing`. */
export const progressLine = (verb: string, { quiet }: { readonly quiet: boolean }): ProgressLine =>
  quiet ? silent : process.stderr.isTTY ? rewritten(verb) : sparse(verb)
