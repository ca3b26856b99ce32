import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a program of the system to its end; throws with what it printed when it fails. */
export const systemCommand = async (program: string, ...parameters: string[]): Promise<string> => {
  const { stdout } = await run(program, parameters)
  return stdout.trim()
}

/** Where root's programs are, also when the path of whoever asks leaves these folders out. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']

const isThere = async (program: string): Promise<boolean> => {
  const found = await Promise.allSettled(FOLDERS.map(folder => access(join(folder, program))))
  return found.some(({ status }) => status === 'fulfilled')
}

/** Those of the programs that are not installed. */
export const missingPrograms = async (programs: readonly string[]): Promise<string[]> => {
  const there = await Promise.all(programs.map(isThere))
  return programs.filter((_, index) => there[index] !== true)
}
