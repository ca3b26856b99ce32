import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attackBridge } from '../torture/bridge/attack-bridge.ts'
import { askFromElsewhere } from '../torture/bridge/foreign-senders.ts'
import { differences, takeSurroundings } from '../torture/bridge/surroundings.ts'
import { expect, test } from './application.ts'

/** The long form, with 100,000, is `npm run torture -- bridge`. */
const CALLS = 2_000

test('random calls from a hostile page break nothing, tell no place and reach nothing outside of the library', async ({
  pathmark,
}) => {
  writeFileSync(join(pathmark.folder, 'decoy.json'), '{"mine": true}')
  const { app, page } = await pathmark.start()
  const [id = ''] = readdirSync(join(pathmark.library, 'documents'))
  const article = join(pathmark.library, 'documents', id, 'article.html')
  const text = readFileSync(article, 'utf8')
  const leftOut = [pathmark.library, join(pathmark.folder, 'config')]
  const before = takeSurroundings(pathmark.folder, leftOut)
  const seed = Date.now() % 1_000_000
  const attack = await attackBridge({ app, page, documents: [id], calls: CALLS, seed, say: () => undefined })
  expect(attack.missed, `with the seed ${seed}`).toEqual([])
  expect(attack.answered + attack.unsent).toBe(CALLS)
  // Both sides of every check were seen.
  expect(Object.keys(attack.codes)).toEqual(expect.arrayContaining(['ok', 'bad-payload', 'document-unknown']))
  expect(differences(before, takeSurroundings(pathmark.folder, leftOut))).toEqual([])
  expect(readFileSync(article, 'utf8')).toBe(text)
})

test('no page but the window gets an answer, and the page can neither change the bridge nor reach past it', async ({
  pathmark,
}) => {
  mkdirSync(join(pathmark.folder, 'in'))
  const { app, page } = await pathmark.start()
  const { asked, missed } = await askFromElsewhere(app, page)
  expect(missed).toEqual([])
  expect(asked).toBeGreaterThan(90)
  const reached = await page.evaluate(() => {
    'use strict'
    const attempts: Record<string, () => void> = {
      'gave the bridge another call': () => Object.assign(window.pathmark, { call: () => undefined }),
      'put something else in its place': () => Object.assign(window, { pathmark: {} }),
      'took it away': () =>
        Reflect.deleteProperty(window, 'pathmark') || Reflect.ownKeys(undefined as unknown as object),
      'added to it': () => Object.assign(window.pathmark, { more: 1 }),
    }
    const done = Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt()
        return [name]
      } catch (error) {
        return error instanceof TypeError ? [] : [`${name}: ${String(error)}`]
      }
    })
    const node = ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'].filter(name => name in window)
    return { done, node, names: Object.keys(window.pathmark) }
  })
  expect(reached).toEqual({ done: [], node: [], names: ['call', 'on'] })
})
