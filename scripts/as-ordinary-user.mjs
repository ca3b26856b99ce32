import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { makeReadableCopy } from './readable-copy.mjs'
import { removeFolder } from './remove-folder.mjs'
import { ROOT } from './setup.mjs'
import { SetUpFailure } from './setup/set-up-failure.mjs'
import { environmentOf, isRoot, ordinaryUser } from './setup/ordinary-user.mjs'
import { runCommand } from './setup/run-command.mjs'
import { startVirtualScreen } from './virtual-screen.mjs'

/**
 * Runs a program of node_modules/.bin, or one named by its absolute path, on virtual screens, as a user for whom Chromium's sandbox works.
 * @param {readonly string[]} command
 * @param {{ screens?: number, within?: readonly string[] }} [options] `screens`: how many, as windows on one screen take the focus
 *   and the pointer from each other. The command finds their names in PATHMARK_DISPLAYS, with a space between, and the first one in
 *   DISPLAY. `within`: words before the command, run by whoever runs this.
 * @returns {Promise<{ status: number, scratch: string, cleanUp: () => void }>} `scratch` is a folder that the command could write to: its PATHMARK_SCRATCH
 */
export const runOnVirtualScreens = async (command, { screens = 1, within = [] } = {}) => {
  const scratch = mkdtempSync(join(tmpdir(), 'pathmark-scratch-'))
  const { cwd, prefix, env, cleanUp } = isRoot()
    ? await asSomebodyElse(scratch)
    : { cwd: ROOT, prefix: [], env: process.env, cleanUp: () => {} }
  /** @type {Awaited<ReturnType<typeof startVirtualScreen>>[]} */
  const started = []
  try {
    for (let count = 0; count < screens; count++) started.push(await startVirtualScreen({ prefix, env }))
    const displays = started.map(screen => screen.display)
    const [program = '', ...args] = command
    const executable = isAbsolute(program) ? program : join(cwd, 'node_modules', '.bin', program)
    const [first = '', ...rest] = [...within, ...prefix, executable, ...args]
    const { status } = await runCommand(first, rest, {
      cwd,
      show: true,
      env: { ...env, DISPLAY: displays[0], PATHMARK_DISPLAYS: displays.join(' '), PATHMARK_SCRATCH: scratch },
    })
    return {
      status,
      scratch,
      cleanUp: () => removeFolder(scratch),
    }
  } finally {
    for (const screen of started) screen.stop()
    cleanUp()
  }
}

/** @param {string} scratch */
const asSomebodyElse = async scratch => {
  const home = join(scratch, 'home')
  const needed = [
    'package.json',
    'out/main/index.js',
    'node_modules/electron/dist/electron',
    'node_modules/.bin/playwright',
  ]
  let cwd = ROOT
  let cleanUp = () => {}
  let user = await ordinaryUser(
    home,
    needed.map(file => join(ROOT, file)),
  )
  if (user === null) {
    cwd = await makeReadableCopy()
    cleanUp = () => rmSync(cwd, { recursive: true, force: true })
    user = await ordinaryUser(
      home,
      needed.map(file => join(cwd, file)),
    )
  }
  if (user === null)
    throw new SetUpFailure('The tests in the real window need an ordinary user (setpriv), and none can be had here.')
  chownSync(scratch, user.uid, user.gid)
  return { cwd, prefix: user.prefix, env: environmentOf(user), cleanUp }
}
