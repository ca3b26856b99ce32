import { answerFrames, wantedFrame } from './write-answer.ts'
import { progressWriter } from './write-progress.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import { giveUpPowers } from './give-up-powers.ts'
import { importWith } from './import-here.ts'
import type { Importer } from './import-here.ts'
import type { OrderPort } from './order-port.ts'
import { FileReceiver } from './receive-files.ts'
import { sayFrame } from './say-frame.ts'
import type { Companions } from '../importing/pictures/companions.ts'

/** Loads what most files need, and then what the one needs whose bytes are given. */
export type LoadImporter = () => Promise<(bytes: Uint8Array) => Promise<Importer>>

/**
 * The work of a process that reads: takes one order, imports, and says on standard output what the file came to. All that the
 * importer needs is loaded before anything reads the file, and after that the process gives up files, network and other processes.
 */
export const serveImport = async (port: OrderPort, load: LoadImporter): Promise<void> => {
  const received = new FileReceiver()
  port.listen(message => received.take(message))
  const loadFor = await load()
  const { order, bytes } = await received.file
  const importer = await loadFor(bytes)
  giveUpPowers()
  await sayFrame(writeFrame(frameKinds.ready))
  const companions: Companions = {
    read: async references => {
      await sayFrame(wantedFrame(references))
      return received.companions
    },
  }
  const imported = await importWith(importer, bytes, order, companions, progressWriter(sayFrame))
  for (const frame of answerFrames(imported)) await sayFrame(frame)
}
