import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { runScript, setUp } from './setup.mjs'

/** Runs the benchmarks, or those whose file name holds one of the given words. Figures are ratios of one run. */
await runScript(async () => {
  await setUp({ display: true })
  if (!(await build())) return 1
  const { status, cleanUp } = await runOnVirtualScreens([
    'playwright',
    'test',
    '--config',
    'tests/bench/playwright.config.ts',
    ...process.argv.slice(2),
  ])
  cleanUp()
  return status
})
