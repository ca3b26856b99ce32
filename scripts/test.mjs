import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A suite that ended without a report has failed as one.
 * @param {number} status
 * @param {() => Count} read
 * @returns {Count}
 */
const countOf = (status, read) => {
  try {
    const count = read()
    return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch (error) {
    console.error(`The suite left no report: ${error instanceof Error ? error.message : String(error)}`)
    return { passed: 0, failed: 1 }
  }
}

/** Unit and integration tests. */
const runVitest = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-vitest-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await runCommand(join(ROOT, 'node_modules', '.bin', 'vitest'), args, { cwd: ROOT, show: true })
  const count = countOf(status, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  })
  rmSync(folder, { recursive: true, force: true })
  return count
}

/** Tests in the real window. */
const runEndToEnd = async () => {
  const { status, scratch, cleanUp } = await runOnVirtualScreens(['playwright', 'test'], { screens: 2 })
  const count = countOf(status, () => {
    const { stats } = JSON.parse(readFileSync(join(scratch, 'report.json'), 'utf8'))
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  })
  if (count.failed === 0) cleanUp()
  else console.log(`What the failed tests left is in ${scratch}`)
  return count
}

await runScript(async () => {
  await setUp({ display: true })
  /** @type {Count[]} */
  const counts = [await check()]
  const built = await build()
  counts.push({ passed: Number(built), failed: Number(!built) })
  counts.push(await runVitest())
  if (built) counts.push(await runEndToEnd())
  const total = counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
  }))
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})
