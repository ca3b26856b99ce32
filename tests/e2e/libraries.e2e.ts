import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { makeManyArticles } from '../bench/library/many-articles.ts'
import { readStored } from '../integration/store/stored-file.ts'
import { expect, test } from './application.ts'
import type { Pathmark } from './application.ts'
import { selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'

/** Answers the dialogs of folders with `folder`, and questions with yes or no. Gives a way to read what was asked. */
const answerDialogs = (app: ElectronApplication, folder: string, yes: boolean): Promise<void> =>
  app.evaluate(
    ({ dialog }, given) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [given.folder] })
      dialog.showMessageBox = (async (_window: unknown, { message, detail }: { message: string; detail: string }) => {
        asked.push(`${message} ${detail}`)
        return { response: given.yes ? 1 : 0, checkboxChecked: false }
      }) as unknown as typeof dialog.showMessageBox
    },
    { folder, yes },
  )

const asked = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked)

const choose = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const [file] = Menu.getApplicationMenu()?.items ?? []
    const items = file?.submenu?.items ?? []
    const all = items.flatMap(item => [item, ...(item.submenu?.items ?? [])])
    all.find(item => item.label.replace('&', '').startsWith(wanted))?.click()
  }, label)

const name = (page: Page): Locator => page.getByRole('button', { name: /: change to another one$/ }).first()
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Libraries' })
const notice = (page: Page): Locator => page.locator('notice-stack')

/** Opens what the reader chooses and waits until the window shows it. */
const opened = async (page: Page, library: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Library' }).click()
  await expect(name(page)).toHaveAccessibleName(`Library “${library}”: change to another one`)
}

const otherLibrary = async (pathmark: Pathmark, folder = 'thesis'): Promise<string> => {
  const path = join(pathmark.folder, folder)
  mkdirSync(path)
  await makeManyArticles(path, 3)
  return path
}

test('another library is opened in the window, with all of the first one saved, and is there at the next start', async ({
  pathmark,
}) => {
  const thesis = await otherLibrary(pathmark)
  const running = await pathmark.start()
  const { app, page } = running
  await selectByMouse(page, 'neuropathic pain')
  await page.keyboard.press('2')
  await answerDialogs(app, thesis, true)
  await choose(app, 'Open library')
  await opened(page, 'thesis')
  await expect(page.locator('.library .document')).toHaveCount(3)
  expect(existsSync(join(thesis, 'library.lock'))).toBe(true)
  expect(existsSync(join(pathmark.library, 'library.lock'))).toBe(false)
  const [entry] = (
    JSON.parse(readFileSync(join(pathmark.library, 'library.json'), 'utf8')) as {
      documents: { annotations: number }[]
    }
  ).documents
  expect(entry?.annotations).toBe(1)
  expect(await asked(app)).toEqual([])

  await pathmark.close(running)
  const again = await pathmark.start()
  await opened(again.page, 'thesis')

  await name(again.page).press('Enter')
  await expect(dialog(again.page)).toContainText('This library is open')
  expect(await violations(again.page)).toEqual([])
  await dialog(again.page)
    .getByRole('button', { name: /^My library/ })
    .press('Enter')
  await opened(again.page, 'My library')
  await expect(again.page.getByRole('main')).toContainText('neuropathic pain')
})

test('the page of the library that was left writes nothing into the other one', async ({ pathmark }) => {
  const thesis = await otherLibrary(pathmark)
  const { app, page } = await pathmark.start()
  await answerDialogs(app, thesis, true)
  await app.evaluate(({ BrowserWindow }) => {
    const [contents] = BrowserWindow.getAllWindows().map(window => window.webContents)
    if (contents === undefined) throw new Error('There is no window.')
    const reload = contents.reload.bind(contents)
    contents.reload = () => void Object.assign(globalThis, { reload })
  })
  await choose(app, 'Open library')
  await expect.poll(() => app.evaluate(() => 'reload' in globalThis)).toBe(true)
  const keep = (text: string): Promise<string> =>
    page.evaluate(async given => {
      const { pathmark: bridge } = window as unknown as {
        pathmark: { call(name: string, payload: unknown): Promise<{ ok: boolean; error?: { message: string } }> }
      }
      const kept = await bridge.call('drafts.keep', { drafts: [{ key: 'article/page-note', text: given }] })
      return kept.error?.message ?? 'kept'
    }, text)
  expect(await keep('Of the first library.')).toMatch(/^Another library is taking the place/)
  await app.evaluate(() => (globalThis as unknown as { reload(): void }).reload())
  await opened(page, 'thesis')
  expect(await keep('Of the second library.')).toBe('kept')
})

test('of changes that are asked for while libraries change places, those that were kept are in the first one, and none in the other', async ({
  pathmark,
}) => {
  const [first, second] = [await otherLibrary(pathmark, 'first'), await otherLibrary(pathmark, 'second')]
  // In both libraries there is one of this name.
  const id = 'generated-article-2'
  const running = await pathmark.start({ library: first })
  const { app, page } = running
  const answered = { kept: [] as string[], refused: [] as string[] }
  page.on('console', message => {
    const [, how, what = ''] = /^(kept|refused) (.*)$/.exec(message.text()) ?? []
    if (how === 'kept' || how === 'refused') answered[how].push(what)
  })
  await page.evaluate(document => {
    let number = 0
    const go = async (): Promise<void> => {
      while (number < 190) {
        const tag = `change ${(number += 1)}`
        const answer = await window.pathmark.call('shelf.change', { ids: [document], change: { addTags: [tag] } })
        console.log(answer.ok ? `kept ${tag}` : `refused ${answer.error.message}`)
        if (!answer.ok) return
        await new Promise(resolve => requestAnimationFrame(resolve))
      }
    }
    for (let lane = 0; lane < 3; lane += 1) void go()
  }, id)
  await expect.poll(() => answered.kept.length).toBeGreaterThan(3)
  await answerDialogs(app, second, true)
  await choose(app, 'Open library')
  await opened(page, 'second')
  await pathmark.close(running)

  const shelfIn = async (library: string): Promise<readonly string[]> => {
    const path = join(library, 'documents', id, 'notes.json')
    const { shelf } = await readStored<{ shelf?: { tags: readonly string[] } }>(path)
    return shelf?.tags ?? []
  }
  expect(answered.kept.length).toBeLessThan(190)
  const inFirst = await shelfIn(first)
  expect(answered.kept.filter(tag => !inFirst.includes(tag))).toEqual([])
  expect(await shelfIn(second)).toEqual([])
  for (const why of answered.refused) expect(why).toMatch(/^Another library is taking the place/)
})

test('an empty folder becomes a library after the reader agreed, and one with other files stays as it is', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  const empty = join(pathmark.folder, 'empty')
  mkdirSync(empty)
  await answerDialogs(app, empty, false)
  await choose(app, 'Open library')
  await expect.poll(() => asked(app)).toEqual([expect.stringMatching(/^Make a new library in “empty”\?/)])
  expect(existsSync(join(empty, 'library.json'))).toBe(false)
  await opened(page, 'My library')

  const papers = join(pathmark.folder, 'papers')
  mkdirSync(papers)
  writeFileSync(join(papers, 'a.txt'), 'mine')
  await answerDialogs(app, papers, true)
  await choose(app, 'New library')
  await expect(notice(page)).toContainText('“papers” holds other files and is no library')
  expect(existsSync(join(papers, 'library.json'))).toBe(false)

  await answerDialogs(app, empty, true)
  await choose(app, 'New library')
  await opened(page, 'empty')
  expect(existsSync(join(empty, 'library.json'))).toBe(true)
  await expect(page.getByRole('main')).toContainText('neuropathic pain')
})

test('a library that cannot be opened leaves the other one open, and a vanished one can be taken from the list', async ({
  pathmark,
}) => {
  const thesis = await otherLibrary(pathmark)
  const { app, page } = await pathmark.start()
  await answerDialogs(app, thesis, true)
  await choose(app, 'Open library')
  await opened(page, 'thesis')
  await name(page).click()
  await dialog(page)
    .getByRole('button', { name: /^My library/ })
    .click()
  await opened(page, 'My library')

  // Another process has it: this test's own, which runs.
  const holder = { token: 't', pid: process.pid, started: null, host: '', program: 'another program', since: 'noon' }
  const host = await app.evaluate(() => process.getBuiltinModule('node:os').hostname())
  writeFileSync(join(thesis, 'library.lock'), JSON.stringify({ ...holder, host }))
  await answerDialogs(app, thesis, false)
  await choose(app, 'Open library')
  await expect
    .poll(() => asked(app), { timeout: 15_000 })
    .toEqual([expect.stringMatching(/can only be read\. Open it\? .*in use by another program/)])
  await opened(page, 'My library')

  renameSync(thesis, join(pathmark.folder, 'moved'))
  await choose(app, 'thesis')
  await expect(notice(page)).toContainText(/The library was not changed for another one: There is no folder/)
  await name(page).click()
  const vanished = dialog(page).getByRole('listitem').filter({ hasText: 'thesis' })
  await expect(vanished).toContainText('Not there')
  await expect(vanished.getByRole('button', { name: /^thesis/ })).toBeDisabled()
  await vanished.getByRole('button', { name: 'Take thesis from the list' }).click()
  await expect(vanished).toHaveCount(0)
  await expect(dialog(page).getByRole('button', { name: 'Open another…' })).toBeFocused()
})
