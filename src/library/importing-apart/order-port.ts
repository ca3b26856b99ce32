import type { ImportMessage } from './import-process.ts'

/** Where orders come from: the parent's port in Electron, the channel to the parent in Node. */
export interface OrderPort {
  listen(take: (message: ImportMessage) => void): void
}

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
