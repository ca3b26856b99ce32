import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { FUSES } from '../../scripts/package/program-folder.mjs'
import { removeFolder } from '../../scripts/remove-folder.mjs'
import { packageProgram } from './packaged-program.ts'

let folder = ''
let program = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pathmark-packaged-'))
  program = await packageProgram(join(folder, 'program'))
})
test.afterAll(() => removeFolder(folder))

/** Starts the packaged program as a reader's system would, and gives what it said when it ended, or when `until` holds. */
const start = async (
  args: readonly string[],
  { env = {}, until }: { readonly env?: Readonly<Record<string, string>>; readonly until?: () => boolean } = {},
): Promise<{ readonly status: number | null; readonly said: string }> => {
  const places = { XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') }
  const child = spawn(program, [...args], { env: { ...process.env, ...places, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const waiting = setInterval(() => until?.() === true && child.kill(), 100)
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  clearInterval(waiting)
  return { status, said }
}

test('the fuses of the packaged program are set as they are declared', async () => {
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)))
  // The wire holds the characters 0 and 1.
  const states = Object.keys(FUSES).map(option => [option, String.fromCharCode(Number(wire.get(option)))])
  expect(states).toEqual(Object.entries(FUSES).map(([option, wanted]) => [option, wanted ? '1' : '0']))
})

test('the packaged program starts, and makes a library', async () => {
  const library = join(folder, 'data', 'pathmark', 'library', 'library.json')
  const { said } = await start([], { until: () => existsSync(library) })
  expect(existsSync(library)).toBe(true)
  expect(said).not.toMatch(/DevTools listening|Debugger listening|could not be opened/)
})

for (const args of [
  ['--inspect=0'],
  ['--remote-debugging-port=0'],
  ['--no-sandbox'],
  ['--disable-web-security'],
  ['--js-flags=--expose-gc'],
  ['pathmark://open/a', '--inspect=0'],
])
  test(`the packaged program does not start with ${args.join(' ')}`, async () => {
    const { status, said } = await start(args)
    expect(said).toMatch(/^Pathmark was not started: it does not take --/m)
    expect(said).not.toMatch(/listening on/)
    expect(status).toBe(2)
  })

test('the packaged program is no Node and takes no options of Node’s', async () => {
  const trace = join(folder, 'trace')
  const script = join(folder, 'script.cjs')
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`)
  // Each ends at once: the first because it is told to, the second because of its switch, had the script not run before.
  const asNode = await start(['-e', `require(${JSON.stringify(script)})`], { env: { ELECTRON_RUN_AS_NODE: '1' } })
  expect(asNode.said).toMatch(/does not take -e/)
  await start(['--no-sandbox'], { env: { NODE_OPTIONS: `--require=${script}` } })
  expect(existsSync(trace)).toBe(false)
})

test('the packaged program runs no other code than that of its archive', async () => {
  const trace = join(folder, 'other-code')
  const other = join(folder, 'program', 'resources', 'app')
  mkdirSync(other)
  writeFileSync(join(other, 'package.json'), '{"main":"index.cjs"}')
  writeFileSync(join(other, 'index.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`)
  const { said } = await start(['--no-sandbox'])
  expect(existsSync(trace)).toBe(false)
  expect(said).toMatch(/Pathmark was not started/)
})
