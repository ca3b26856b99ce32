import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** Gives each test folders of its own and removes them when it is over. */
export const temporaryFolders = (): (() => Promise<string>) => {
  const made: string[] = []
  afterEach(async () => {
    await Promise.all(made.splice(0).map(folder => rm(folder, { recursive: true, force: true })))
  })
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pathmark-test-'))
    made.push(folder)
    return folder
  }
}
