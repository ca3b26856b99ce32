import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { unsealCompiled } from './sealed-code.ts'

/** The code of a script as V8 has compiled it: only the same version of it, on the same kind of processor, can take it. */
export const compiledFile = (file: string): string => `${file}.${process.versions.v8}-${process.arch}`

/** The bytes of a file; undefined when it is not there, as where a program was built without compiled code. */
const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

type Load = (name: string) => unknown
type Body = (exports: unknown, load: Load, module: { exports: unknown }, file: string) => void

/**
 * Runs a program that was built as scripts of CommonJS, each a function of `exports`, `require`, `module` and `__filename` in ASCII, and whatever it asks for of its folder. Code that was
 * compiled when the program was built is taken from beside each script when both are as they were built; V8 looks whether it is of its own version and settings. What cannot be taken is compiled anew.
 * @param each is told of each script; whether V8 refused its compiled code is undefined when it was given none
 * @returns what the program exports
 */
export const loadCompiled = (file: string, each?: (file: string, script: Script) => void): unknown => {
  const builtIn = createRequire(file)
  const modules = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} as unknown }
    modules.set(path, module)
    const source = readFileSync(path)
    const kept = readIfThere(compiledFile(path))
    const cachedData = kept && unsealCompiled(source, kept)
    const script = new Script(source.toString('latin1'), {
      filename: path,
      ...(cachedData !== undefined && { cachedData }),
    })
    each?.(path, script)
    const folder = dirname(path)
    const body = script.runInThisContext() as Body
    body(module.exports, name => (name.startsWith('.') ? load(join(folder, name)) : builtIn(name)), module, path)
    return module.exports
  }
  return load(file)
}
