import type { ImportProcess } from './import-process.ts'

/** Milliseconds between two looks. */
const WATCH = 100

/** Looks at the memory of a process until the function that it gives is called; tells when it holds more than `limit` bytes. */
export const watchMemory = (process: ImportProcess, limit: number, tell: () => void): (() => void) => {
  let over = false
  const look = async (): Promise<void> => {
    const held = await process.memory()
    if (held !== null && held > limit && !over) tell()
  }
  const watch = setInterval(() => void look(), WATCH)
  return () => {
    over = true
    clearInterval(watch)
  }
}
