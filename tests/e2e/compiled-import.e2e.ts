import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { limitsFor } from '#library/importing-apart/import-limits.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'
import { buildProgram } from '../integration/store/child-program.ts'
import { expect, test } from './application.ts'

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pathmark-compiled-'))
})
test.afterAll(() => removeFolder(folder))

test('the window’s import processes take the code that was compiled when the program was built', async ({
  pathmark,
}) => {
  const built = resolve('out/main/import')
  cpSync(built, join(folder, 'import'), { recursive: true })
  const file = await buildProgram('tests/integration/importing-apart/programs/compiled-program.ts', folder)
  const { app } = await pathmark.start()
  const heap = Math.round(limitsFor(0).heap / 1024 / 1024)
  const said = await app.evaluate(
    ({ utilityProcess }, [program, setting]) =>
      new Promise<string>(tell => {
        const child = utilityProcess.fork(program, ['read'], {
          execArgv: [setting],
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        let output = ''
        child.stdout?.on('data', (bytes: Buffer) => {
          output += bytes.toString()
        })
        child.once('exit', () => tell(output))
      }),
    [file, `--js-flags=--max-old-space-size=${heap}`] as const,
  )
  const scripts = readdirSync(built).filter(name => name.endsWith('.cjs') && name !== 'import-program.cjs')
  expect(scripts.length).toBeGreaterThan(5)
  expect(JSON.parse(said)).toEqual(Object.fromEntries(scripts.map(name => [name, true])))
})
