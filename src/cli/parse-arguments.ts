import { parseArgs } from 'node:util'
import type { CommandDeclaration, OptionDeclaration } from './command.ts'
import { commands, commonOptions } from './command-table.ts'

/** What the arguments ask for. `wrong` carries the one line that says what is wrong with them. */
type Request =
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'help'; readonly command: CommandDeclaration | null }
  | { readonly kind: 'version'; readonly json: boolean }
  | {
      readonly kind: 'run'
      readonly command: CommandDeclaration
      readonly operands: readonly string[]
      readonly options: ReadonlyMap<string, readonly string[]>
      readonly flags: ReadonlySet<string>
    }

const versionOption: OptionDeclaration = { type: 'boolean', about: 'print the versions of the program and its runtime' }

/** Options of all verbs together, so that options may stand before the verb; a name means the same wherever it occurs. */
const everyOption: Readonly<Record<string, OptionDeclaration>> = Object.assign(
  {},
  ...commands.map(command => command.options),
  commonOptions,
  { version: versionOption },
)

const wrong = (message: string): Request => ({ kind: 'wrong', message })

const seeHelp = (command: CommandDeclaration | null): string =>
  command === null ? '“pathmark --help” lists what there is' : `see “pathmark ${command.verb} --help”`

const looksLikeOption = (value: string): boolean => value.length > 1 && value.startsWith('-')

/** Reads the arguments that follow the program's name. Never throws. */
export const parseArguments = (args: readonly string[]): Request => {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(Object.entries(everyOption).map(([name, { type }]) => [name, { type }])),
      help: { type: 'boolean', short: 'h' },
    },
  })
  const operands = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  const given = tokens.flatMap(token => (token.kind === 'option' ? [token] : []))
  const asked = (name: string): boolean => given.some(option => option.name === name)

  const verb = operands[0]
  const command = commands.find(candidate => candidate.verb === verb) ?? null
  if (verb !== undefined && command === null) return wrong(`There is no command “${verb}”; ${seeHelp(null)}.`)

  const allowed = { ...commonOptions, ...(command === null ? { version: versionOption } : command.options) }
  const options = new Map<string, string[]>()
  const flags = new Set<string>()
  for (const option of given) {
    const declared = Object.hasOwn(allowed, option.name) ? allowed[option.name] : undefined
    if (declared === undefined) return wrong(`Unknown option ${option.rawName}; ${seeHelp(command)}.`)
    if (declared.type === 'boolean') {
      if (option.value !== undefined) return wrong(`${option.rawName} takes no value; ${seeHelp(command)}.`)
      flags.add(option.name)
      continue
    }
    if (option.value === undefined || (!option.inlineValue && looksLikeOption(option.value))) {
      return wrong(`${option.rawName} needs a value; write ${option.rawName}=VALUE when it begins with a dash.`)
    }
    if (declared.value === 'DIR' && option.value === '') return wrong(`${option.rawName} needs the path of a folder.`)
    const values = options.get(option.name) ?? []
    if (values.length > 0 && declared.multiple !== true) return wrong(`${option.rawName} was given twice.`)
    options.set(option.name, [...values, option.value])
  }

  if (asked('help')) return { kind: 'help', command }
  if (asked('version')) return { kind: 'version', json: asked('json') }
  if (command === null) return wrong(`No command was given; ${seeHelp(null)}.`)

  const rest = operands.slice(1)
  if (rest.length < command.minimum) return wrong(`${command.verb} needs ${command.operands}; ${seeHelp(command)}.`)
  if (rest.length > command.maximum) {
    return wrong(`${command.verb} does not take “${rest[command.maximum]}”; ${seeHelp(command)}.`)
  }
  return { kind: 'run', command, operands: rest, options, flags }
}
