import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildProgram, startProgram } from './child-program.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

it('a process that is killed while it writes leaves a whole file that is no older than what was acknowledged', async () => {
  const folder = await newFolder()
  const program = await buildProgram(join(import.meta.dirname, 'programs/write-until-killed.ts'), folder)
  const path = join(folder, 'notes.json')
  let count = 0
  for (const acknowledged of [1, 2, 3, 5, 8]) {
    const child = startProgram(program, path, String(count))
    for (let line = 0; line < acknowledged; line += 1) count = Number(await child.line())
    child.process.kill('SIGKILL')
    await child.end()
    const found = JSON.parse(await readFile(path, 'utf8')) as { count: number; end: number }
    expect(found.end).toBe(found.count)
    expect(found.count).toBeGreaterThanOrEqual(count)
    count = found.count + 1
  }
})
