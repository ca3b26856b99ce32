import type { CommandDeclaration, OptionDeclaration } from './command.ts'
import { commands, commonOptions } from './command-table.ts'

const column = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionRows = (options: Readonly<Record<string, OptionDeclaration>>): (readonly [string, string])[] =>
  Object.entries(options).map(([name, { value, about }]) => [value ? `--${name} ${value}` : `--${name}`, about])

const usage = (command: CommandDeclaration): string => `${command.verb} ${command.operands}`.trimEnd()

/** What the program can do, in one screen. */
export const programHelp =
  (): string => `Pathmark reads articles offline, keeps marks and notes, and shows how things work.

Usage: pathmark COMMAND [OPTIONS]

${column(commands.map(command => [usage(command), command.summary] as const))}

Every command takes:
${column(optionRows(commonOptions))}

“pathmark --version” prints the versions of the program and of its window's runtime.
Exit status: 0 done, 1 something failed, 2 wrong usage.`

/** What one verb does and takes. */
export const commandHelp = (command: CommandDeclaration): string => {
  return `pathmark ${command.verb}: ${command.summary}

Usage: pathmark ${usage(command)} [OPTIONS]

${column(optionRows({ ...command.options, ...commonOptions }))}`
}
