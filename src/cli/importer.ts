import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Extractor } from '#library/finding/extractor.ts'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import { processesAtOnce } from '#library/importing-apart/processes-at-once.ts'
import { once } from '#library/once.ts'
import type { Program } from './command.ts'

const makeRunner = async (program: Program): Promise<ImportRunner> => {
  const { forkImportProcess } = await import('#library/importing-apart/fork-import-process.ts')
  const { importApart } = await import('#library/importing-apart/import-apart.ts')
  return importApart({ start: forkImportProcess(join(program.folder, 'out', 'cli', 'import', 'import-program.cjs')) })
}

/** What the command line imports with: a process of its own for each file, several at once. Loaded with the first one: most commands import nothing. */
export const importerOf = (program: Program): ImportRunner => {
  let made: Promise<ImportRunner> | null = null
  const runner = (): Promise<ImportRunner> => (made ??= makeRunner(program))
  return {
    atOnce: processesAtOnce(),
    prepare: () => void runner().then(ready => ready.prepare()),
    run: async (source, order, signal) => (await runner()).run(source, order, signal),
    close: async () => {
      const ready = await made
      await ready?.close()
    },
  }
}

/** Does work that imports, and ends what it imported with: processes that wait for more would keep the command from ending. */
export const withImporter = async <T>(program: Program, work: (importer: ImportRunner) => Promise<T>): Promise<T> => {
  const importer = importerOf(program)
  try {
    return await work(importer)
  } finally {
    await importer.close()
  }
}

/** Looks for mechanisms in a thread, so that the program hears Ctrl+C and its import processes meanwhile. */
export const extractorOf = (program: Program): Extractor => {
  const started = once(async () => {
    const { extractInThread } = await import('#library/finding/extract-in-thread.ts')
    const file = pathToFileURL(join(program.folder, 'out', 'cli', 'extraction-thread.js'))
    return extractInThread({ file, resources: program.resources })
  })
  let isStarted = false
  return {
    extract: async (article, own, options) => {
      isStarted = true
      return (await started()).extract(article, own, options)
    },
    close: async () => {
      if (isStarted) await (await started()).close()
    },
  }
}
