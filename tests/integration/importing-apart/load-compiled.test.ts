import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { limitsFor } from '#library/importing-apart/import-limits.ts'
import { compiledFile, loadCompiled } from '#library/importing-apart/load-compiled.ts'
import { sealCompiled } from '#library/importing-apart/sealed-code.ts'
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

  /** Writes `start.cjs`, which says a word, with its compiled code; gives the file of that. */
  const keep = async (word: string): Promise<string> => {
    await write('start.cjs', `exports.said = (word => word + "${word}")("so ")`)
    const file = join(folder, 'start.cjs')
    const source = await readFile(file)
    const compiled = new Script(source.toString('latin1'), { filename: `${file}.first` }).createCachedData()
    await writeFile(compiledFile(file), sealCompiled(source, compiled))
    return compiledFile(file)
  }

  it('takes compiled code, and compiles anew what V8 refuses', async () => {
    const file = await keep('much')
    expect(load()).toEqual({ value: { said: 'so much' }, refused: { 'start.cjs': false } })

    const source = await readFile(join(folder, 'start.cjs'))
    const ofAnotherVersion = (await readFile(file)).subarray(32).fill(7, 0, 16)
    await writeFile(file, sealCompiled(source, ofAnotherVersion))
    expect(load()).toEqual({ value: { said: 'so much' }, refused: { 'start.cjs': true } })
  })

  it.each([
    ['with zeros in it', (bytes: Buffer) => bytes.fill(0, 200, 240)],
    ['with another byte at its end', (bytes: Buffer) => bytes.fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)],
    ['without its end', (bytes: Buffer) => bytes.subarray(0, -8)],
    ['with its beginning alone', (bytes: Buffer) => bytes.subarray(0, 16)],
    ['with nothing', () => Buffer.alloc(0)],
  ])('does not give V8 compiled code %s', async (_, damage) => {
    const file = await keep('much')
    await writeFile(file, damage(await readFile(file)))
    expect(load()).toEqual({ value: { said: 'so much' }, refused: { 'start.cjs': undefined } })
  })

  it('runs an edited script of the same length as it is now', async () => {
    await keep('much')
    const file = join(folder, 'start.cjs')
    await writeFile(file, (await readFile(file, 'latin1')).replace('much', 'many'))
    expect(load()).toEqual({ value: { said: 'so many' }, refused: { 'start.cjs': undefined } })
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
