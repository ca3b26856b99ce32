import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

/**
 * Installs the locked packages when they are missing or were installed from another lock file.
 * @param {string} root
 */
export const ensurePackages = async root => {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const stamp = join(root, 'node_modules', '.pathmark-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the locked npm packages …')
  const { status, output } = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root })
  if (status !== 0) throw new SetUpFailure(`npm ci failed; the registry may be out of reach.\n${output.trim()}`)
  writeFileSync(stamp, lock)
}
