import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

/**
 * `npm install` without saving takes every package from the lock file, checked against its hash, as `npm ci` does. But it does not
 * insist on the optional packages of other platforms, which some registries do not hold and which a lock file made there lacks.
 */
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * Installs the locked packages when they are missing or were installed from another lock file.
 * @param {string} root
 */
export const ensurePackages = async root => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.pathmark-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the locked npm packages …')
  const { status, output } = await runCommand('npm', INSTALL, { cwd: root })
  if (status !== 0)
    throw new SetUpFailure(
      `The npm packages could not be installed; the registry may be out of reach.\n${output.trim()}`,
    )
  writeFileSync(stamp, lock)
}
