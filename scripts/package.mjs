import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { refuseFallback } from './setup/refuse-fallback.mjs'
import { SetUpFailure } from './setup/set-up-failure.mjs'

/** Makes `dist/pathmark-<platform>-<arch>`: the program with its runtime, in one folder. */
await runScript(async () => {
  if (process.platform !== 'linux') throw new SetUpFailure('Pathmark is packaged on Linux only, so far.')
  const runtime = await setUp({ display: false })
  refuseFallback(dirname(runtime), process.argv.slice(2))
  if (!(await build())) return 1
  // Loaded when the packages are there, which the set-up may only just have installed.
  const { PROGRAM, makeProgramFolder } = await import('./package/program-folder.mjs')
  const target = join(ROOT, 'dist', `${PROGRAM}-${process.platform}-${process.arch}`)
  await rm(target, { recursive: true, force: true })
  await makeProgramFolder({ root: ROOT, runtime, target })
  console.log(`Packaged in ${target}`)
  return 0
})
