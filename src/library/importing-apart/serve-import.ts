import { answerFrames, wantedFrame } from './write-answer.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import { giveUpPowers } from './give-up-powers.ts'
import { importWith } from './import-here.ts'
import type { Importer } from './import-here.ts'
import type { ImportMessage } from './import-process.ts'
import { FileReceiver } from './receive-files.ts'
import type { Companions } from '../importing/pictures/companions.ts'

/** Where orders come from: the parent's port in Electron, the channel to the parent in Node. */
export interface OrderPort {
  listen(take: (message: ImportMessage) => void): void
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
  const received = new FileReceiver()
  port.listen(message => received.take(message))
  const importer = await load()
  giveUpPowers()
  await say(writeFrame(frameKinds.ready))
  const { order, bytes } = await received.file
  const companions: Companions = {
    read: async references => {
      await say(wantedFrame(references))
      return received.companions
    },
  }
  const imported = await importWith(importer, bytes, order, companions)
  for (const frame of answerFrames(imported)) await say(frame)
}
