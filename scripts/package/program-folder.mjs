import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createPackage } from '@electron/asar'
import { addDesktopEntry } from './desktop-entry.mjs'
import { addLicences } from './licences.mjs'

/** What the packaged program is started by, and what it takes along outside of its archive. */
export const PROGRAM = 'pathmark'
const RESOURCES = ['articles', 'lexicon', 'glossary']

/**
 * The packaged program can be nothing but itself: no Node, no inspector, no other code than its archive, and files are pages like any
 * other. Cookies would be encrypted; there are none. The archive's hash is checked where Electron can do that, which is not on Linux.
 */
export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

/** @param {string} root the built checkout @param {string} resources the packaged program's resources folder */
const addProgram = async (root, resources) => {
  await rm(join(resources, 'default_app.asar'), { force: true })
  const staged = await mkdtemp(join(tmpdir(), 'pathmark-package-'))
  try {
    await cp(join(root, 'package.json'), join(staged, 'package.json'))
    for (const part of ['main', 'preload', 'renderer'])
      await cp(join(root, 'out', part), join(staged, 'out', part), { recursive: true })
    await createPackage(staged, join(resources, 'app.asar'))
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
  for (const name of RESOURCES) await cp(join(root, 'resources', name), join(resources, name), { recursive: true })
}

/**
 * Puts the program with its runtime into one folder, which must not be there yet.
 * @param {{ root: string, runtime: string, target: string }} places the built checkout, the runtime's executable, the folder
 * @returns {Promise<string>} the program's executable
 */
export const makeProgramFolder = async ({ root, runtime, target }) => {
  await cp(dirname(runtime), target, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false })
  const executable = join(target, PROGRAM)
  await rename(join(target, 'electron'), executable)
  await addProgram(root, join(target, 'resources'))
  await addDesktopEntry(target)
  await addLicences({ root, target })
  await flipFuses(executable, { version: FuseVersion.V1, ...FUSES })
  return executable
}
