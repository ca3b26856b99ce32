import { join } from 'node:path'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { importApart } from '#library/importing-apart/import-apart.ts'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import type { Program } from './command.ts'

/** What the command line imports with: a process of its own for each file. */
export const importerOf = (program: Program): ImportRunner =>
  importApart({ start: forkImportProcess(join(program.folder, 'out', 'cli', 'import-program.js')) })
