import { cpSync, mkdtempSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'

/** What the tests in the real window need of a checkout. */
const NEEDED = [
  'package.json',
  'playwright.config.ts',
  'tsconfig.base.json',
  'out',
  'resources',
  'src',
  'tests',
  'scripts',
  'node_modules',
]

/**
 * Copies the checkout to where an ordinary user can read it: a clone that root made may lie in a folder of root's own.
 * @returns {Promise<string>} the copy's folder, to be deleted by the caller
 */
export const makeReadableCopy = async () => {
  const copy = mkdtempSync(join(tmpdir(), 'pathmark-readable-'))
  chmodSync(copy, 0o755)
  for (const name of NEEDED)
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  await runCommand('chmod', ['-R', 'a+rX', copy])
  return copy
}
