// Runs `electron [options] FOLDER|FILE [arguments]` on a runtime that comes without a default application of its own.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/** What Electron offers to a default application only, and does not declare. */
const adopted = /** @type {Electron.App & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
  app
)

/** @param {readonly string[]} args @returns {{ preloads: string[], target: string | null, rest: string[] }} */
const parseArguments = args => {
  const preloads = []
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ''
    if (argument === '-r' || argument === '--require') preloads.push(args[++at] ?? '')
    else if (!argument.startsWith('-')) return { preloads, target: argument, rest: args.slice(at + 1) }
  }
  return { preloads, target: null, rest: [] }
}

/** Takes name, version and path from the target's package.json. @param {string} target @returns {string} the main module */
const adoptTarget = target => {
  const path = resolve(target)
  if (!statSync(path).isDirectory()) {
    adopted.setAppPath(dirname(path))
    return path
  }
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  app.setName(description.productName ?? description.name ?? 'Electron')
  if (description.version) adopted.setVersion(description.version)
  adopted.setAppPath(path)
  return join(path, description.main ?? 'index.js')
}

const { preloads, target } = parseArguments(process.argv.slice(1))
for (const preload of preloads) require(resolve(preload))
if (target === null) {
  process.stderr.write('Give the folder of an application: electron FOLDER\n')
  app.exit(2)
} else {
  try {
    // Awaited at the top level: `ready` waits for this module, so that the target can still register its schemes.
    await import(pathToFileURL(adoptTarget(target)).href)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    app.exit(1)
  }
}
