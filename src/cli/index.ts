#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { debuglog } from 'node:util'
import { version } from '../../package.json'
import type { ExitStatus, Program } from './command.ts'
import { parseArguments } from './parse-arguments.ts'
import { failed, misused, print, watchStandardStreams } from './terminal.ts'

const debug = debuglog('pathmark')

/** Both the built file (out/cli/pathmark.js) and this one lie two folders below the program's. */
const folder = fileURLToPath(new URL('../..', import.meta.url))

const program: Program = {
  version,
  folder,
  resources: process.env['PATHMARK_RESOURCES'] ?? fileURLToPath(new URL('../../resources', import.meta.url)),
}

const run = async (args: readonly string[]): Promise<ExitStatus> => {
  const request = parseArguments(args)
  if (request.kind === 'wrong') return misused(request.message)
  if (request.kind === 'help') {
    const { commandHelp, programHelp } = await import('./help.ts')
    print(request.command === null ? programHelp() : commandHelp(request.command))
    return 0
  }
  if (request.kind === 'version') {
    const { printVersions } = await import('./versions.ts')
    return printVersions(program, request.json)
  }
  const { operands, options, flags } = request
  const command = await request.command.load()
  return command.run({
    operands,
    options,
    flags,
    json: flags.has('json'),
    library: options.get('library')?.[0],
    program,
  })
}

watchStandardStreams()
try {
  const status = await run(process.argv.slice(2))
  // A failure of standard output, told while the command ran, stays one.
  if (process.exitCode === undefined) process.exitCode = status
} catch (error) {
  debug('%O', error)
  const reason = error instanceof Error ? error.message : String(error)
  process.exitCode = failed(`A fault in Pathmark: ${reason} (NODE_DEBUG=pathmark shows where it happened).`)
}
