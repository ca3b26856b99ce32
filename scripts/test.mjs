import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'
import { countOfPlaywright, countOfVitest, failedFiles } from './test/count.mjs'

/** @typedef {import('./test/count.mjs').Count} Count */

/**
 * A suite that ended without a report has failed as one.
 * @param {string} name
 * @param {number} status
 * @param {() => Count} read
 * @returns {Count}
 */
const countOf = (name, status, read) => {
  try {
    const count = read()
    if (status === 0 || count.failed > 0) return count
    return { ...count, failed: 1, failures: [`${name} ended with ${status}`] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { passed: 0, failed: 1, failures: [`${name} left no report: ${why}`], wavering: [] }
  }
}

/**
 * @param {readonly string[]} files those to run; all when there are none
 * @returns {Promise<{ count: Count, failed: readonly string[] }>}
 */
const runFiles = async files => {
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-vitest-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files]
  const { status } = await runCommand(join(ROOT, 'node_modules', '.bin', 'vitest'), args, { cwd: ROOT, show: true })
  /** @type {readonly string[]} */
  let failed = []
  const count = countOf('Vitest', status, () => {
    const text = readFileSync(report, 'utf8')
    failed = failedFiles(text)
    return countOfVitest(text)
  })
  rmSync(folder, { recursive: true, force: true })
  return { count, failed }
}

/** More files than this do not fail by chance. */
const BY_CHANCE = 3

/** Unit and integration tests. A few files in which something failed are run again, alone. */
const runVitest = async () => {
  const { count, failed } = await runFiles([])
  if (failed.length === 0 || failed.length > BY_CHANCE) return count
  console.log(`Once more: ${failed.join(', ')}`)
  const again = await runFiles(failed)
  if (again.count.failed > 0) return count
  return { passed: count.passed + count.failed, failed: 0, failures: [], wavering: count.failures }
}

/** Tests in the real window. */
const runEndToEnd = async () => {
  const { status, scratch, cleanUp } = await runOnVirtualScreens(['playwright', 'test'], { screens: 2 })
  const count = countOf('Playwright', status, () =>
    countOfPlaywright(readFileSync(join(scratch, 'report.json'), 'utf8')),
  )
  if (count.failed === 0) cleanUp()
  else console.log(`What the failed tests left is in ${scratch}`)
  return count
}

await runScript(async () => {
  await setUp({ display: true })
  const checked = await check()
  const built = await build()
  /** @type {Count[]} */
  const counts = [
    { ...checked, failures: checked.failed === 0 ? [] : ['npm run check'], wavering: [] },
    { passed: Number(built), failed: Number(!built), failures: built ? [] : ['npm run build'], wavering: [] },
  ]
  counts.push(await runVitest())
  if (built) counts.push(await runEndToEnd())
  // Again at the end, where who reads nothing else finds them.
  for (const told of counts.flatMap(({ wavering }) => wavering)) console.log(`↻ passed when run again: ${told}`)
  for (const told of counts.flatMap(({ failures }) => failures)) console.log(`✗ ${told}`)
  const sum = (/** @type {'passed' | 'failed'} */ what) => counts.reduce((all, count) => all + count[what], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
