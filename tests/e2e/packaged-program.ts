import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackage, extractAll } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { makeProgramFolder } from '../../scripts/package/program-folder.mjs'
import { runtimeExecutable } from '../../scripts/setup/electron-runtime.mjs'
import { removeFolder } from '../../scripts/remove-folder.mjs'

const ROOT = join(import.meta.dirname, '../..')

/** Packages the built program in `target`, which must not be there yet; gives the executable. */
export const packageProgram = (target: string): Promise<string> => {
  const runtime = runtimeExecutable(ROOT)
  if (runtime === null) throw new Error('The runtime is not set up.')
  return makeProgramFolder({ root: ROOT, runtime, target })
}

/** In the built main process: what looks for switches that a packaged program does not take. */
const REFUSING = /\w+\.isPackaged\?[\w$]+\(process\.argv\.slice\(1\)\):null/

/**
 * Lets a test drive a packaged program, which refuses that: it takes the switches that tests start it with, and Node's own. All else stays
 * as it was packaged.
 */
export const makeDrivable = async (executable: string): Promise<void> => {
  const archive = join(dirname(executable), 'resources', 'app.asar')
  const unpacked = mkdtempSync(join(tmpdir(), 'pathmark-archive-'))
  try {
    extractAll(archive, unpacked)
    const main = join(unpacked, 'out', 'main', 'index.js')
    const [before, after, ...more] = readFileSync(main, 'utf8').split(REFUSING)
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error('The built program does not refuse switches in the way that this test knows.')
    writeFileSync(main, `${before}null${after}`)
    await createPackage(unpacked, archive)
  } finally {
    removeFolder(unpacked)
  }
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
