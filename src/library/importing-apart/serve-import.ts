import { answerFrames } from './write-answer.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import { giveUpPowers } from './give-up-powers.ts'
import { importWith } from './import-here.ts'
import type { Importer } from './import-here.ts'
import type { ImportMessage } from './import-process.ts'
import type { ImportOrder } from './import-runner.ts'

/** Where orders come from: the parent's port in Electron, the channel to the parent in Node. */
export interface OrderPort {
  listen(take: (message: ImportMessage) => void): void
}

interface Given {
  readonly order: ImportOrder
  readonly bytes: Uint8Array
  filled: number
}

const say = (frame: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(frame, error => (error ? reject(error) : resolve()))
  })

/**
 * The work of an import process: takes one order, imports, and says on standard output what the file came to. What the importer
 * needs is loaded before the first order, and after that the process gives up files, network and other processes.
 */
export const serveImport = async (port: OrderPort, load: () => Promise<Importer>): Promise<void> => {
  const whole = new Promise<Given>(resolve => {
    let given: Given | null = null
    // Only the program that started this process writes to it.
    port.listen(message => {
      if (message.kind === 'order') given = { order: message.order, bytes: new Uint8Array(message.size), filled: 0 }
      else if (given !== null) {
        given.bytes.set(message.bytes, given.filled)
        given.filled += message.bytes.length
      }
      if (given !== null && given.filled === given.bytes.length) resolve(given)
    })
  })
  const importer = await load()
  giveUpPowers()
  await say(writeFrame(frameKinds.ready))
  const { order, bytes } = await whole
  const imported = await importWith(importer, bytes, order)
  for (const frame of answerFrames(imported)) await say(frame)
}
