import { randomUUID } from 'node:crypto'
import type { KeptSource } from '#library/kept-source.ts'

/** The one file that is open for the window to draw from: that of the latest order, in whatever sequence files are found. */
export interface HeldFile {
  /** Orders a file in place of the one before; answers what `put` is told. */
  order(): number
  /** Holds the file of an order and closes the one before. Null, and the file is closed, when another was ordered since. */
  put(order: number, file: KeptSource): Promise<string | null>
  /** The file of that name, as `put` gave it; null when it is not held any more. */
  named(name: string): KeptSource | null
  /** Closes the file of that name, if it is still held. What was ordered since is waited for. */
  close(name: string): Promise<void>
  /** Closes what is held, and lets go what is ordered when it comes. */
  closeAll(): Promise<void>
}

export const holdFile = (): HeldFile => {
  let orders = 0
  let held: { readonly name: string; readonly file: KeptSource } | null = null
  /** What is held changes at once, so that nobody finds a file that is being closed. */
  const replace = async (by: typeof held): Promise<void> => {
    const before = held
    held = by
    await before?.file.close()
  }
  return {
    order: () => (orders += 1),
    put: async (order, file) => {
      if (order !== orders) {
        await file.close()
        return null
      }
      const name = randomUUID()
      await replace({ name, file })
      return name
    },
    named: name => (held?.name === name ? held.file : null),
    close: async name => {
      if (held?.name === name) await replace(null)
    },
    closeAll: async () => {
      orders += 1
      await replace(null)
    },
  }
}
