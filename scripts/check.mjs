import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, runScript, setUp } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'

/** Each folder with a runtime of its own is checked against the types of that runtime. */
const TYPED = ['src/core', 'src/library', 'src/main', 'src/preload', 'src/renderer', 'src/cli', 'tests', 'scripts']

const CHECKS = [
  ...TYPED.map(folder => ({ name: `types of ${folder}`, command: ['tsc', '--project', folder] })),
  { name: 'lint and import rules', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'unused files, exports and packages', command: ['knip'] },
]

/**
 * Runs every static check, all of them even when one fails.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const check = async () => {
  let failed = 0
  for (const { name, command } of CHECKS) {
    const [program = '', ...args] = command
    const { status, output } = await runCommand(join(ROOT, 'node_modules', '.bin', program), args, { cwd: ROOT })
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
    if (status === 0) continue
    failed++
    console.log(output.trim())
  }
  return { passed: CHECKS.length - failed, failed }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runScript(async () => {
    await setUp({ display: true })
    return (await check()).failed === 0 ? 0 : 1
  })
