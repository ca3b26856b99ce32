import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles, importProcesses } from '../torture/runaway/import-in-window.ts'
import { makeRunawayCopy } from '../torture/runaway/runaway-copy.ts'
import { watchPauses } from '../torture/runaway/watch-pauses.ts'
import { expect, test } from './application.ts'
import type { Pathmark } from './application.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'

/** The short form of `npm run torture -- runaway-import`, whose goal is 100 ms; this one shares the machine with other tests. */
const LONGEST_PAUSE = 500

const page = (title: string): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>IL-10 reduces pain.</p></article>`

let program = ''
test.beforeAll(async () => {
  program = mkdtempSync(join(tmpdir(), 'pathmark-runaway-'))
  await makeRunawayCopy(process.cwd(), program)
})
test.afterAll(() => removeFolder(program))

/** A window whose imports run away when the file's name says so, and files of such names. */
const startRunaway = async (pathmark: Pathmark) => {
  const files = join(pathmark.folder, 'files')
  mkdirSync(files)
  const fileCalled = (name: string): string => {
    const path = join(files, `${name}.html`)
    writeFileSync(path, page(name))
    return path
  }
  return { fileCalled, running: await pathmark.start({ program }) }
}

test('an import that runs away is given up, the reader is told, and the window goes on', async ({ pathmark }) => {
  const { fileCalled, running } = await startRunaway(pathmark)
  const stop = await watchPauses(running)
  await importFiles(running, ['buffers', 'aborts', 'after-both'].map(fileCalled))
  const report = running.page.getByRole('dialog', { name: 'What was imported' })
  const failures = report.getByRole('list', { name: 'Files that were not imported' }).getByRole('listitem')
  // Filling two GiB takes the machine some seconds.
  await expect(failures).toHaveCount(2, { timeout: 60_000 })
  await expect(failures).toHaveText([
    /buffers\.html took more than 2048 MiB of memory to import and was given up\. Nothing in the library was changed\./,
    /aborts\.html could not be imported: .*Nothing in the library was changed\./,
  ])
  await expect(running.page.getByRole('heading', { name: 'after-both' }).first()).toBeVisible()
  const { page: inPage, main, bridge } = await stop()
  expect(Math.max(inPage, main, bridge)).toBeLessThan(LONGEST_PAUSE)
  await expect.poll(() => importProcesses(running)).toEqual([])
})

test('a running import says which file it is at, and can be cancelled', async ({ pathmark }) => {
  const { fileCalled, running } = await startRunaway(pathmark)
  await importFiles(running, ['before', 'endless-loop', 'never-begun'].map(fileCalled))
  const notice = running.page.locator('.notice.importing')
  await expect(notice).toContainText('of 3')
  // The others are imported beside it.
  await expect.poll(() => readdirSync(join(pathmark.library, 'documents'))).toHaveLength(3)
  await notice.getByRole('button', { name: 'Cancel' }).click()
  await expect(running.page.getByText('One file was not imported. You cancelled the import.')).toBeVisible()
  await expect(notice).toHaveCount(0)
  await expect(running.page.getByRole('heading', { name: 'before' }).first()).toBeVisible()
  await expect.poll(() => importProcesses(running)).toEqual([])
})

test('closing the window ends an import that runs away', async ({ pathmark }) => {
  const { fileCalled, running } = await startRunaway(pathmark)
  await importFiles(running, [fileCalled('endless-loop')])
  await expect(running.page.locator('.notice.importing')).toBeVisible()
  await pathmark.close(running)
  await pathmark.start({ library: pathmark.library })
})
