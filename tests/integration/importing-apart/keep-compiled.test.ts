import { cp, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { keepCompiled } from '../../../scripts/build/compiled-code/keep-compiled.ts'
import { buildCommandLine } from '../cli/build-command-line.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

afterEach(() => vi.unstubAllEnvs())

it('compiles in Electron without leaving anything in the home of who builds, or among temporary files', async () => {
  const root = await newFolder()
  const [built, home, temporary] = [join(root, 'import'), join(root, 'home'), join(root, 'temporary')]
  await mkdir(home)
  await mkdir(temporary)
  const program = join(dirname(await buildCommandLine()), 'import')
  await cp(program, built, { recursive: true, filter: name => name === program || name.endsWith('.cjs') })
  vi.stubEnv('HOME', home)
  vi.stubEnv('TMPDIR', temporary)
  for (const name of ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) vi.stubEnv(name, undefined)
  await keepCompiled(built, 'electron')
  expect((await readdir(built)).filter(name => name.includes('electron'))).not.toEqual([])
  expect(await readdir(home, { recursive: true })).toEqual([])
  expect(await readdir(temporary)).toEqual([])
}, 90_000)
