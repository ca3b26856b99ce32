import type { ImportMessage } from './import-process.ts'
import type { OrderPort } from './serve-import.ts'

/** The part of Electron's utility processes that Node does not have; Electron's own types belong to another layer. */
interface ElectronPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** The port that this process gets its orders from, under Electron and under Node alike. */
export const orderPort = (): OrderPort => {
  const electron = (process as typeof process & { readonly parentPort?: ElectronPort }).parentPort
  if (electron !== undefined)
    return { listen: take => electron.on('message', ({ data }) => take(data as ImportMessage)) }
  return {
    listen: take => {
      process.on('message', message => take(message as ImportMessage))
      // Without the program that asked for it nobody wants the answer.
      process.on('disconnect', () => process.exit())
    },
  }
}
