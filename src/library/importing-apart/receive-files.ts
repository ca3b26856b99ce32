import type { ImportMessage } from './import-process.ts'
import type { ImportOrder } from './import-runner.ts'

interface ReceivedFile {
  readonly bytes: Uint8Array
  filled: number
}

/** What an import process was given to import. */
export interface GivenFile {
  readonly order: ImportOrder
  readonly bytes: Uint8Array
}

/** Puts the files together that the program sends to an import process in pieces. Only that program writes to it. */
export class FileReceiver {
  /** The file to import, when it is whole. */
  readonly file: Promise<GivenFile>
  /** The companions by reference, when all have come. */
  readonly companions: Promise<ReadonlyMap<string, Uint8Array>>
  #fileIsWhole: (file: GivenFile) => void = () => {}
  #haveCompanions: (companions: ReadonlyMap<string, Uint8Array>) => void = () => {}
  #order: ImportOrder | null = null
  #now: ReceivedFile = { bytes: new Uint8Array(0), filled: 0 }
  readonly #companions = new Map<string, Uint8Array>()

  constructor() {
    this.file = new Promise(resolve => {
      this.#fileIsWhole = resolve
    })
    this.companions = new Promise(resolve => {
      this.#haveCompanions = resolve
    })
  }

  take(message: ImportMessage): void {
    switch (message.kind) {
      case 'order':
        this.#order = message.order
        this.#now = { bytes: new Uint8Array(message.size), filled: 0 }
        break
      case 'companion':
        this.#now = { bytes: new Uint8Array(message.size), filled: 0 }
        this.#companions.set(message.reference, this.#now.bytes)
        break
      case 'bytes':
        this.#now.bytes.set(message.bytes, this.#now.filled)
        this.#now.filled += message.bytes.length
        break
      case 'content':
      case 'drawing':
        // For processes that purify.
        return
      case 'companions-end':
        this.#haveCompanions(this.#companions)
        return
    }
    const { bytes, filled } = this.#now
    // Settled once: what comes later are companions.
    if (this.#order !== null && filled === bytes.length) this.#fileIsWhole({ order: this.#order, bytes })
  }
}
