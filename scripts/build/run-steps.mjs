import { runCommand } from '../setup/run-command.mjs'

/** @typedef {{ name: string, command: readonly string[], warns?: boolean }} Step `warns` where what it prints although it succeeds is to be read */

/**
 * Runs the steps of a build, one after the other, up to the first that fails. What that one printed is shown, and so are the warnings of those before it.
 * @param {readonly Step[]} steps
 * @param {{ cwd: string, say?: (line: string) => void }} options
 * @returns {Promise<boolean>} whether all succeeded
 */
export const runSteps = async (steps, { cwd, say = console.error }) => {
  for (const { name, command, warns = false } of steps) {
    const [program = '', ...parameters] = command
    const { status, output } = await runCommand(program, parameters, { cwd })
    const printed = output.trim()
    if (status !== 0) {
      say(`The build failed at: ${name}\n${printed}`)
      return false
    }
    if (warns && printed !== '') say(printed)
  }
  return true
}
