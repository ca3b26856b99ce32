import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

/** Libraries that Electron opens while it runs, so that `ldd` does not tell, and the Debian packages that hold them. */
const OPENED_LATER = new Map([
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2'],
  ['libgbm.so.1', 'libgbm1'],
  ['libXss.so.1', 'libxss1'],
  ['libXtst.so.6', 'libxtst6'],
])

/** Libraries that `ldd` may report as not found, and the Debian packages that hold them. */
const LINKED = new Map([
  ...OPENED_LATER,
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcairo.so.2', 'libcairo2'],
  ['libcups.so.2', 'libcups2'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libglib-2.0.so.0', 'libglib2.0-0'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libgio-2.0.so.0', 'libglib2.0-0'],
  ['libnspr4.so', 'libnspr4'],
  ['libnssutil3.so', 'libnss3'],
  ['libsmime3.so', 'libnss3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libX11.so.6', 'libx11-6'],
  ['libxcb.so.1', 'libxcb1'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
  ['libXrandr.so.2', 'libxrandr2'],
])

/** Programs that the tests and a machine without a screen need. */
const DISPLAY_PROGRAMS = new Map([
  ['Xvfb', 'xvfb'],
  ['xauth', 'xauth'],
])

const onPath = (/** @type {string} */ program) =>
  (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))

/** @param {string} executable @param {boolean} withDisplay @returns {Promise<string[]>} Debian packages, sorted; a bare library name where none is known */
const missingPackages = async (executable, withDisplay) => {
  const ldd = await runCommand('ldd', [executable])
  const linked = [...ldd.output.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '')
  const cache = (await runCommand('/sbin/ldconfig', ['-p'])).output
  const opened = [...OPENED_LATER.keys()].filter(library => !cache.includes(`${library} `))
  // A library beside the executable is found through its own run path, not through the system's.
  const absent = [...linked, ...opened].filter(library => !existsSync(join(dirname(executable), library)))
  const packages = new Set(absent.map(library => LINKED.get(library) ?? library))
  if (withDisplay) for (const [program, name] of DISPLAY_PROGRAMS) if (!onPath(program)) packages.add(name)
  if (!existsSync('/usr/share/fonts')) packages.add('fonts-dejavu-core')
  return [...packages].toSorted()
}

/**
 * Looks for the system libraries that the runtime needs on Linux and installs them where that is possible (root on Debian).
 * @param {string} executable the runtime
 * @param {{ display: boolean }} options `display` also asks for Xvfb
 */
export const ensureSystemLibraries = async (executable, { display }) => {
  if (process.platform !== 'linux') return
  const missing = await missingPackages(executable, display)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new SetUpFailure(`Some system libraries are missing. Install them with: sudo ${command}`)
  console.log(`Installing system libraries: ${missing.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => runCommand('apt-get', command.split(' ').slice(1), { env })
  let { status, output } = await install()
  if (status !== 0) {
    await runCommand('apt-get', ['update'], { env })
    ;({ status, output } = await install())
  }
  const left = await missingPackages(executable, display)
  if (left.length > 0)
    throw new SetUpFailure(
      `These system libraries could not be installed: ${left.join(' ')}. ${output.trim().split('\n').at(-1) ?? ''} (exit ${status})`,
    )
}
