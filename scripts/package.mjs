import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { refuseFallback } from './setup/refuse-fallback.mjs'
import { SetUpFailure } from './setup/set-up-failure.mjs'

/** What the packaged program is started by, and what it takes along outside of its archive. */
const PROGRAM = 'pathmark'
const RESOURCES = ['articles', 'lexicon', 'glossary']

/** The packaged program can be nothing but itself: no Node, no inspector, no other code than its archive. @param {string} executable */
const setFuses = async executable => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  })
}

/** @param {string} resources the packaged program's resources folder */
const addProgram = async resources => {
  const { createPackage } = await import('@electron/asar')
  await rm(join(resources, 'default_app.asar'), { force: true })
  const staged = await mkdtemp(join(ROOT, 'out', '.package-'))
  try {
    await cp(join(ROOT, 'package.json'), join(staged, 'package.json'))
    for (const part of ['main', 'preload', 'renderer'])
      await cp(join(ROOT, 'out', part), join(staged, 'out', part), { recursive: true })
    await createPackage(staged, join(resources, 'app.asar'))
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
  for (const name of RESOURCES) await cp(join(ROOT, 'resources', name), join(resources, name), { recursive: true })
}

/** Makes `dist/pathmark-<platform>-<arch>`: the program with its runtime, in one folder. */
await runScript(async () => {
  if (process.platform !== 'linux') throw new SetUpFailure('Pathmark is packaged on Linux only, so far.')
  const executable = await setUp({ display: false })
  refuseFallback(dirname(executable), process.argv.slice(2))
  if (!(await build())) return 1
  const target = join(ROOT, 'dist', `${PROGRAM}-${process.platform}-${process.arch}`)
  await rm(target, { recursive: true, force: true })
  await cp(dirname(executable), target, { recursive: true, verbatimSymlinks: true })
  await rename(join(target, 'electron'), join(target, PROGRAM))
  await addProgram(join(target, 'resources'))
  await setFuses(join(target, PROGRAM))
  console.log(`Packaged in ${target}`)
  return 0
})
