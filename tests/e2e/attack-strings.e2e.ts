import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { throughAllSinks } from '../attack/all-sinks.ts'
import { startBareWindow } from '../attack/bare-window.ts'
import type { BareWindow } from '../attack/bare-window.ts'
import { attackStrings, oneOfEach, someOf } from '../attack/collection.ts'
import { startCountingServer } from '../attack/counting-server.ts'
import type { CountingServer } from '../attack/counting-server.ts'
import { throughExports } from '../attack/through-exports.ts'
import { behindPolicyOnly, behindSandboxOnly, inCarelessMarkdown, withoutWalls } from '../attack/trial-parts.ts'
import { watchWindow } from '../attack/watch-window.ts'
import { expect, test } from './application.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'

/** The whole collection is tried by `npm run torture -- attack-strings`; here every twelfth and one of each technique,
 * and through the window one of each. */
const NTH = 12

test.describe.configure({ mode: 'serial' })

let scratch: string
let bare: BareWindow
let counting: CountingServer
const strings = () => someOf(attackStrings(counting.address), NTH)

test.beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'pathmark-attack-'))
  counting = await startCountingServer()
  bare = await startBareWindow(scratch)
})

test.afterAll(async () => {
  await bare.close()
  await counting.close()
  removeFolder(scratch)
})

test('without walls attack strings run and load, and the detector sees it', async () => {
  const { ran, loaded } = await withoutWalls(bare, counting, strings())
  expect(ran.length).toBeGreaterThan(20)
  expect(loaded.length).toBeGreaterThan(8)
})

test('raw in a Markdown file that a careless program shows they run and load, too', async () => {
  const { ran, loaded } = await inCarelessMarkdown(bare, counting, strings())
  expect(ran.length).toBeGreaterThan(20)
  expect(loaded.length).toBeGreaterThan(8)
})

test('behind the policy alone none of them runs, and none loads', async () => {
  const { ran, loaded } = await behindPolicyOnly(bare, counting, strings())
  expect({ ran, loaded }).toEqual({ ran: [], loaded: [] })
})

test('in the window and in exports none of them runs, loads or stays, wherever it stands', async ({ pathmark }) => {
  // Some hundred places, one after the other.
  test.setTimeout(150_000)
  const { app, page } = await pathmark.start()
  const before = counting.hits.length
  const watched = await watchWindow(app, page)
  const { refused, document, shownAlone } = await throughAllSinks(
    { app, page, watched, library: pathmark.library, scratch: pathmark.folder },
    bare,
    oneOfEach(attackStrings(counting.address)),
    3,
  )
  expect([...refused, ...(await watched.findings())]).toEqual([])
  expect(shownAlone).toBeGreaterThan(0)
  expect(counting.hits.length).toBe(before)
  const library = { library: pathmark.library, document, scratch: pathmark.folder }
  expect(await throughExports(bare, counting, library)).toEqual([])
})

test('a script in the window that came past sanitiser and policy reaches nothing', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  expect(await behindSandboxOnly(page, counting)).toEqual([])
})
