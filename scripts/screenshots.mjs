import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'

/** Writes pictures of the main views to docs/images. */
await runScript(async () => {
  await setUp({ display: true })
  if (!(await build())) return 1
  const { status, scratch, cleanUp } = await runOnVirtualScreens([
    'playwright',
    'test',
    '--config',
    'tests/screenshots/playwright.config.ts',
    ...process.argv.slice(2),
  ])
  if (status === 0) cpSync(join(scratch, 'images'), join(ROOT, 'docs', 'images'), { recursive: true })
  cleanUp()
  return status
})
