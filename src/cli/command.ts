/** 0: done. 1: something failed. 2: the command was given wrongly. */
export type ExitStatus = 0 | 1 | 2

export interface OptionDeclaration {
  readonly type: 'string' | 'boolean'
  /** May be given more than once. */
  readonly multiple?: boolean
  /** What stands for the value in the help, in capitals. */
  readonly value?: string
  readonly about: string
}

/** What one verb takes, without the code that does it, so that the table can be read without loading everything. */
export interface CommandDeclaration {
  readonly verb: string
  readonly summary: string
  /** The operands as the help shows them. */
  readonly operands: string
  readonly minimum: number
  readonly maximum: number
  readonly options: Readonly<Record<string, OptionDeclaration>>
  readonly load: () => Promise<{ readonly run: RunCommand }>
}

/** The program itself: where it lies and what it is called. */
export interface Program {
  readonly version: string
  /** Folder that holds `package.json`, `resources/` and `out/`. */
  readonly folder: string
  /** Folder that holds `articles/`, `lexicon/` and `glossary/`. */
  readonly resources: string
}

/** One call of a verb, checked against its declaration. */
export interface Invocation {
  readonly operands: readonly string[]
  readonly options: ReadonlyMap<string, readonly string[]>
  readonly flags: ReadonlySet<string>
  readonly json: boolean
  /** The folder given with `--library`; undefined means the reader's own. */
  readonly library: string | undefined
  readonly program: Program
}

export type RunCommand = (invocation: Invocation) => Promise<ExitStatus>

/** The value of an option that may be given once; undefined when it was not given. */
export const optionValue = (invocation: Invocation, name: string): string | undefined =>
  invocation.options.get(name)?.[0]

/** All values of an option that may be given more than once. */
export const optionValues = (invocation: Invocation, name: string): readonly string[] =>
  invocation.options.get(name) ?? []
