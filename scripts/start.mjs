import { spawn } from 'node:child_process'
import { chownSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { environmentOf, isRoot, ordinaryUser } from './setup/ordinary-user.mjs'

/** Where the application keeps its files when root starts it. */
const HOME_UNDER_ROOT = '/var/lib/pathmark'

const NO_SANDBOX_WARNING = `
  ****************************************************************************
  *  WARNING: Pathmark runs WITHOUT Chromium's sandbox, because it was       *
  *  started by root and no ordinary user can read this folder.              *
  *  Open only files that you trust. Better: start it as an ordinary user.   *
  ****************************************************************************
`

/**
 * Lets the ordinary user reach root's screen.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./setup/ordinary-user.mjs').OrdinaryUser} user
 */
const shareScreen = (env, user) => {
  const authority = env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  if (!existsSync(authority)) return env
  const copy = join(user.home, '.Xauthority')
  copyFileSync(authority, copy)
  chownSync(copy, user.uid, user.gid)
  return { ...env, XAUTHORITY: copy }
}

/** @param {string} executable @param {readonly string[]} args the reader's own */
const commandFor = async (executable, args) => {
  const plain = { command: [executable, ROOT, ...args], env: process.env }
  if (process.platform !== 'linux' || !isRoot()) return plain
  mkdirSync(HOME_UNDER_ROOT, { recursive: true, mode: 0o755 })
  const user = await ordinaryUser(join(HOME_UNDER_ROOT, 'home'), [
    executable,
    join(ROOT, 'out', 'main', 'index.js'),
    join(ROOT, 'package.json'),
  ])
  if (user) return { command: [...user.prefix, executable, ROOT, ...args], env: shareScreen(environmentOf(user), user) }
  console.error(NO_SANDBOX_WARNING)
  return { command: [executable, '--no-sandbox', ROOT, ...args], env: process.env }
}

await runScript(async () => {
  const executable = await setUp({ display: false })
  if (!(await build())) return 1
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.error(
      'There is no display here. Start Pathmark in a desktop session, or on a virtual one: xvfb-run -a npm start',
    )
    return 1
  }
  const { command, env } = await commandFor(executable, process.argv.slice(2))
  const [program = '', ...args] = command
  const child = spawn(program, args, { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  return new Promise(resolve => child.on('close', status => resolve(status ?? 1)))
})
