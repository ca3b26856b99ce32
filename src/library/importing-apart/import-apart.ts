import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { noCompanions } from '../importing/pictures/companions.ts'
import { runImport } from './import-run.ts'
import { limitsFor } from './import-limits.ts'
import type { ImportLimits } from './import-limits.ts'
import type { ImportProcess, StartImportProcess } from './import-process.ts'
import type { ImportBeside, ImportedArticle, ImportOrder, ImportRunner, SourceFile } from './import-runner.ts'
import { processesAtOnce } from './processes-at-once.ts'
import { PurifierProcess } from './purifier-process.ts'
import { Purifiers } from './purifiers.ts'
import { purifyApart } from './purify-apart.ts'
import { Slots } from './slots.ts'

export interface ApartOptions {
  readonly start: StartImportProcess
  /** The limits for a file of a size, in bytes; the program's own when left out. */
  readonly limits?: (size: number) => ImportLimits
  /** Processes that may work at the same time; what the machine has room for when left out. */
  readonly atOnce?: number
}

/** A process that was started ahead and has had nothing to do for so many milliseconds is ended. */
const IDLE = 30_000

const cancelled = (): Result<never> =>
  fail('cancelled', 'The import was cancelled. Nothing in the library was changed.')

/** A process that waits for its order. */
class Spare {
  #process: ImportProcess | null = null
  #idle: NodeJS.Timeout | undefined

  put(process: ImportProcess): void {
    this.#process = process
    process.onEnd(() => {
      if (this.#process === process) this.#process = null
    })
    this.#idle = setTimeout(() => this.end(), IDLE)
    this.#idle.unref()
  }

  get there(): boolean {
    return this.#process !== null
  }

  take(): ImportProcess | null {
    clearTimeout(this.#idle)
    const process = this.#process
    this.#process = null
    return process
  }

  end(): void {
    this.take()?.kill()
  }
}

/**
 * Reads each file in a process of its own, as many at once as the machine has room for. A process sees one file and is ended with
 * it, so that nothing of a hostile one is left for the next. What it makes of the file is checked here, and then purified in another
 * process, which is kept.
 */
export const importApart = ({ start, limits = limitsFor, atOnce = processesAtOnce() }: ApartOptions): ImportRunner => {
  const { heap } = limits(0)
  const spare = new Spare()
  const purifiers = new Purifiers(() => new PurifierProcess(start(heap, 'purify')))
  const slots = new Slots(atOnce)
  const underWay = new Set<Promise<unknown>>()
  let closing = new AbortController()

  const run = async (
    source: SourceFile,
    order: ImportOrder,
    { companions = noCompanions, progress }: ImportBeside,
    signal: AbortSignal,
  ): Promise<Result<ImportedArticle>> => {
    if (signal.aborted) return cancelled()
    const own = limits(source.bytes.length)
    const process = spare.take() ?? start(heap, 'read')
    // Loads while the file is read.
    const purifier = purifiers.take()
    let isAsked = false
    try {
      const imported = await runImport({ process, source, order, companions, progress, limits: own, signal, cancelled })
      if (!imported.ok) return imported
      isAsked = true
      return await purifyApart(imported.value, own, {
        content: html => purifiers.purify(purifier, html, own, signal),
        drawing: (drawing, time) => purifiers.purifyDrawing(drawing, { ...own, time }, signal),
      })
    } finally {
      if (!isAsked) purifiers.giveBack(purifier)
    }
  }

  return {
    atOnce,
    prepare: () => {
      if (!spare.there) spare.put(start(heap, 'read'))
      purifiers.prepare()
    },
    run: (source, order, beside = {}) => {
      const { signal } = beside
      const ends = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal])
      const imported = slots.use(() => run(source, order, beside, ends))
      const over = imported.catch(() => null).finally(() => underWay.delete(over))
      underWay.add(over)
      return imported
    },
    close: async () => {
      spare.end()
      closing.abort()
      closing = new AbortController()
      await Promise.all(underWay)
      purifiers.close()
    },
  }
}
