import { join } from 'node:path'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import type { Program } from './command.ts'

const makeRunner = async (program: Program): Promise<ImportRunner> => {
  const { forkImportProcess } = await import('#library/importing-apart/fork-import-process.ts')
  const { importApart } = await import('#library/importing-apart/import-apart.ts')
  return importApart({ start: forkImportProcess(join(program.folder, 'out', 'cli', 'import-program.js')) })
}

/** What the command line imports with: a process of its own for each file. Loaded with the first one: most commands import nothing. */
export const importerOf = (program: Program): ImportRunner => {
  let made: Promise<ImportRunner> | null = null
  const runner = (): Promise<ImportRunner> => (made ??= makeRunner(program))
  return {
    prepare: () => void runner().then(ready => ready.prepare()),
    run: async (source, order, signal) => (await runner()).run(source, order, signal),
    close: async () => {
      const ready = await made
      await ready?.close()
    },
  }
}
