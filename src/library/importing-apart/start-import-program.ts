import { join } from 'node:path'
import { loadCompiled } from './load-compiled.ts'

/** The start of an import process as it is built: starting is most of what importing a short page takes. */
loadCompiled(join(__dirname, 'program.cjs'))
