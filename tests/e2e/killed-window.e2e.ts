import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './application.ts'

/** Windows that are started and killed; the long form, `npm run torture -- kill-window`, has more. */
const KILLS = 2

// In a process of its own: the trial opens the library that the window had, which Playwright's loader is not made for.
test('what the bridge acknowledged outlasts a kill of the main process', async ({ pathmark }) => {
  test.slow()
  const root = join(import.meta.dirname, '..', '..')
  const report = join(pathmark.folder, 'report.json')
  const program = join(root, 'scripts', 'torture', 'run-trial.mjs')
  await promisify(execFile)(process.execPath, [program, 'kill-window', '3', String(KILLS), report], { cwd: root })
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ outcome: { state: 'ran', missed: [] } })
})
