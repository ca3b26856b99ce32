import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildProgram } from '../../integration/store/child-program.ts'

/**
 * Makes a program in `folder` that is the built one of `root` in all but its import process, which runs away when a file's name says so:
 * the program itself has no switch for that.
 */
export const makeRunawayCopy = async (root: string, folder: string): Promise<void> => {
  await mkdir(join(folder, 'out'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await cp(join(root, 'out'), join(folder, 'out'), { recursive: true })
  for (const name of ['resources', 'node_modules']) await symlink(join(root, name), join(folder, name))
  const stub = join(folder, 'out', 'main', 'runaway')
  await mkdir(stub)
  await buildProgram('tests/torture/programs/runaway-import.ts', stub)
  await writeFile(join(folder, 'out', 'main', 'import', 'import-program.cjs'), `import('../runaway/program.mjs')\n`)
}
