import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {{ readonly version: string, readonly license?: string, readonly dev?: boolean, readonly devOptional?: boolean, readonly optional?: boolean }} Locked */

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/iu

/** @param {string} root @returns {Promise<readonly (readonly [string, Locked])[]>} the packages that the program is built from, by their folders */
const shippedPackages = async root => {
  /** @type {{ readonly packages: Readonly<Record<string, Locked>> }} */
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages).filter(
    ([folder, { dev, devOptional, optional }]) =>
      folder !== '' && dev !== true && devOptional !== true && optional !== true,
  )
}

/** @param {string} root @param {readonly [string, Locked]} of */
const aboutPackage = async (root, [folder, { version, license = 'see below' }]) => {
  const names = (await readdir(join(root, folder))).filter(name => LICENCE_FILE.test(name)).toSorted()
  const texts = await Promise.all(names.map(name => readFile(join(root, folder, name), 'utf8')))
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return [`${name} ${version}: ${license}`, ...texts.map(text => text.trim())].join('\n\n')
}

const LINE = `\n\n${'-'.repeat(80)}\n\n`

/**
 * Puts the licences of what is in the program into its folder, under `licences/`: of the data, and of each package that it is built from. Those of
 * the runtime lie beside it already.
 * @param {{ root: string, target: string }} places the checkout with its packages, and the program's folder
 */
export const addLicences = async ({ root, target }) => {
  const folder = join(target, 'licences')
  await mkdir(folder)
  await cp(join(root, 'docs', 'licences'), folder, { recursive: true })
  const packages = await shippedPackages(root)
  const texts = await Promise.all(packages.map(one => aboutPackage(root, one)))
  await writeFile(join(folder, 'packages.txt'), `${texts.join(LINE)}\n`)
}
