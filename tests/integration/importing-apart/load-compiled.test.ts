import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { limitsFor } from '#library/importing-apart/import-limits.ts'
import { compiledFile, loadCompiled } from '#library/importing-apart/load-compiled.ts'
import { buildCommandLine } from '../cli/build-command-line.ts'
import { buildProgram } from '../store/child-program.ts'

const asFunction = (code: string): string => `(function(exports,require,module,__filename){${code}\n})`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-compiled-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, code: string): Promise<void> => writeFile(join(folder, name), asFunction(code))

/** Runs `start.cjs`; gives what it exports, and of each script whether its compiled code was refused. */
const load = (): { readonly value: unknown; readonly refused: Readonly<Record<string, boolean | undefined>> } => {
  const refused: Record<string, boolean | undefined> = {}
  const value = loadCompiled(join(folder, 'start.cjs'), (file, script) => {
    refused[file.slice(folder.length + 1)] = script.cachedDataRejected
  })
  return { value, refused }
}

describe('loadCompiled', () => {
  it('runs scripts that ask for one another, each once, and for what Node has', async () => {
    await write('start.cjs', 'exports.parts = [require("./part.cjs"), require("./part.cjs"), require("node:path").sep]')
    await write('part.cjs', 'module.exports = { from: __filename }')
    const { value, refused } = load()
    const part = { from: join(folder, 'part.cjs') }
    expect(value).toEqual({ parts: [part, part, '/'] })
    expect((value as { parts: unknown[] }).parts[0]).toBe((value as { parts: unknown[] }).parts[1])
    expect(refused).toEqual({ 'start.cjs': undefined, 'part.cjs': undefined })
  })

  it('takes compiled code, and compiles anew what it cannot take', async () => {
    await write('start.cjs', `exports.said = (word => word + ${Math.random()})("so ")`)
    const file = join(folder, 'start.cjs')
    const compiled = new Script(await readFile(file, 'latin1'), { filename: `${file}.first` }).createCachedData()
    await writeFile(compiledFile(file), compiled)
    expect(load().refused).toEqual({ 'start.cjs': false })

    await writeFile(compiledFile(file), compiled.fill(7, 0, 16))
    await write('start.cjs', 'exports.said = "something of another length"')
    expect(load()).toEqual({ value: { said: 'something of another length' }, refused: { 'start.cjs': true } })
  })

  it('fails where a script is not there', async () => {
    await write('start.cjs', 'require("./missing.cjs")')
    expect(load).toThrow(/ENOENT.*missing\.cjs/)
  })
})

describe('the built import program', () => {
  it('is ASCII, and its compiled code is what import processes take', async () => {
    const built = join(dirname(await buildCommandLine()), 'import')
    const scripts = (await readdir(built)).filter(name => name.endsWith('.cjs') && name !== 'import-program.cjs')
    for (const name of scripts) expect(await readFile(join(built, name), 'utf8')).toMatch(/^\(function\([\0-\x7f]*$/)

    await cp(built, join(folder, 'import'), { recursive: true })
    const program = await buildProgram('tests/integration/importing-apart/programs/compiled-program.ts', folder)
    const process = forkImportProcess(program)(limitsFor(0).heap, 'read')
    let said = ''
    process.onOutput(bytes => {
      said += Buffer.from(bytes).toString()
    })
    await new Promise<unknown>(resolve => process.onEnd(resolve))
    expect(JSON.parse(said)).toEqual(Object.fromEntries(scripts.map(name => [name, true])))
  }, 90_000)
})
