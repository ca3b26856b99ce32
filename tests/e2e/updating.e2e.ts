import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test } from './application.ts'
import type { Pathmark, Running } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'
import { marked, writeVersions } from './revised-article.ts'

const chooseFile = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)

const menu = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const all = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []) ?? []
    const item = all.find(candidate => candidate.label.replace('&', '').startsWith(wanted))
    if (item === undefined) throw new Error(`The menu has no "${wanted}".`)
    item.click()
  }, label)

const report = (page: Page): Locator => page.getByRole('tabpanel', { name: /^Update/ })
const notes = (page: Page): Locator => page.getByRole('tabpanel', { name: /^Notes/ })
/** The card of a mark by its words, in the report or in the tray. */
const cardOf = (where: Locator, words: string): Locator => where.getByRole('article').filter({ hasText: words })
const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
const shown = (page: Page): Promise<string> =>
  page.locator('#article').evaluate(article => article.textContent.replaceAll('\u00AD', ''))

interface Updated extends Running {
  readonly revised: string
}

/** The first version with a mark on each kind of sentence, and a note on the deleted one. */
async function readFirstVersion(pathmark: Pathmark): Promise<Updated> {
  const running = await pathmark.start()
  const { app, page } = running
  const { first, revised } = writeVersions(pathmark.folder)
  await chooseFile(app, first)
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Rosemary extract for knee pain', level: 1 })).toBeVisible()
  for (const words of Object.values(marked)) {
    await selectByMouse(page, words)
    await page.keyboard.press('2')
  }
  await expect.poll(async () => (await painted(page, 'highlight-green')).length).toBe(6)
  await selectByMouse(page, marked.deleted)
  await page.keyboard.press('n')
  await notes(page).locator('textarea').fill('Ask about the **taste**.')
  await notes(page).locator('textarea').press('Control+Enter')
  await saved(page)
  return { ...running, revised }
}

/** … and then the revised version in its place. */
async function update(pathmark: Pathmark): Promise<Updated> {
  const running = await readFirstVersion(pathmark)
  await chooseFile(running.app, running.revised)
  await menu(running.app, 'Update from a newer copy')
  await expect(report(running.page).getByRole('heading', { level: 2 })).toBeVisible()
  return running
}

test('an update tells what became of every mark, and shows none on words that say something else', async ({
  pathmark,
}) => {
  const { page } = await update(pathmark)
  const panel = report(page)
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('7 marks: 2 found, 1 changed, 1 to choose, 3 lost.')
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(panel.getByText('5 marks wait for your word')).toBeVisible()
  const edited = panel.getByRole('region', { name: 'Edited words' })
  await expect(edited.locator('del')).toHaveText('rare')
  await expect(edited.locator('ins')).toHaveText('seldom seen')
  await expect(cardOf(panel, marked.flipped)).toContainText('“increased” became “decreased”')
  await expect(cardOf(panel, marked.doubled).getByRole('button', { name: /^Use this one/ })).toHaveCount(2)
  // Of a deleted sentence it is not said how some other sentence differs from it.
  await expect(cardOf(panel, 'Ask about the taste.')).toContainText('Nothing in the text is like these words any more.')
  await expect(cardOf(panel, 'Ask about the taste.').locator('del')).toHaveCount(0)
  const onPage = await painted(page, 'highlight-green')
  expect(onPage.toSorted()).toEqual(
    [marked.unchanged, marked.moved, marked.edited.replace('rare', 'seldom seen')].toSorted(),
  )
  expect(await shown(page)).toContain('The extract decreased the level')
  // Words that were edited under a mark are told from those that it was made on.
  await expect.poll(() => painted(page, 'changed')).toEqual([marked.edited.replace('rare', 'seldom seen')])
})

test('every mark that an update left open can be settled, by keyboard as well, and each step undone', async ({
  pathmark,
}) => {
  const { page } = await update(pathmark)
  const panel = report(page)
  await panel.getByRole('button', { name: 'Keep on the new words' }).click()
  await expect(panel.getByText('New words kept')).toBeVisible()

  const second = cardOf(panel, marked.doubled).getByRole('button', { name: 'Use this one: place 2 of 2' })
  await second.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await painted(page, 'highlight-green')).includes(marked.doubled)).toBe(true)
  await expect(panel.getByRole('button', { name: /list of visits/ })).toContainText('Attached')

  await cardOf(panel, marked.flipped).getByRole('button', { name: 'Keep as it is' }).press('Enter')
  await expect(panel.getByText('Kept', { exact: true })).toBeVisible()
  await expect(panel.getByText('2 marks wait for your word')).toBeVisible()

  // A selection that is there is taken at once.
  await selectByMouse(page, 'Two adults moved away.')
  await cardOf(panel, 'Ask about the taste.').getByRole('button', { name: 'Attach to the selection' }).click()
  await expect.poll(() => painted(page, 'focus')).toEqual(['Two adults moved away.'])

  // Without one the reader is asked for it, and Enter takes it.
  await cardOf(panel, marked.deleted).getByRole('button', { name: 'Choose its words…' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Attach a highlight' })).toContainText(marked.deleted)
  await selectByMouse(page, 'Letters followed in spring.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Attach a highlight' })).toHaveCount(0)
  await expect(panel.getByText('Nothing is left to decide.')).toBeVisible()
  await saved(page)

  await page.locator('.article-scroll').focus()
  await page.keyboard.press('Control+z')
  await expect(panel.getByText('1 mark waits for your word')).toBeVisible()
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect(panel.getByText('5 marks wait for your word')).toBeVisible()
  // Below the edits lies the update itself.
  await page.keyboard.press('Control+z')
  await expect.poll(() => shown(page)).toContain('The extract increased the level')
  await expect
    .poll(async () => new Set(await painted(page, 'highlight-green')))
    .toEqual(new Set<string>(Object.values(marked)))
  await expect(page.getByRole('tab', { name: /^Update/ })).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => shown(page)).toContain('The extract decreased the level')
  await expect(panel.getByText('5 marks wait for your word')).toBeVisible()
})

test('a mark whose new words are not the same is set aside, stays so after a restart, and can go back', async ({
  pathmark,
}) => {
  const before = await update(pathmark)
  const edited = marked.edited.replace('rare', 'seldom seen')
  await report(before.page).getByRole('button', { name: 'Not the same: set aside' }).press('Enter')
  await expect(report(before.page).getByText('Set aside', { exact: true })).toBeVisible()
  await expect(report(before.page).getByText('4 marks wait for your word')).toBeVisible()
  await expect.poll(() => painted(before.page, 'highlight-green')).not.toContain(edited)
  await before.page.getByRole('button', { name: 'Undo: Set highlight aside' }).click()
  await expect.poll(() => painted(before.page, 'highlight-green')).toContain(edited)
  await before.page.getByRole('button', { name: 'Redo: Set highlight aside' }).click()
  await saved(before.page)
  await pathmark.close(before)

  const { page } = await pathmark.start()
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await notes(page).getByText('Kept without a passage: 1').click()
  const aside = cardOf(notes(page), 'A stiff morning was rare')
  await expect(aside).toContainText('You set the edited words aside')
  await expect(aside.locator('ins')).toHaveText('seldom seen')
  expect(await painted(page, 'highlight-green')).not.toContain(edited)
  expect(await violations(page)).toEqual([])
  await aside.getByRole('button', { name: 'Use them after all' }).click()
  await expect.poll(() => painted(page, 'highlight-green')).toContain(edited)
})

test('lost marks wait in the tray of the notes, and one that is kept can still be attached', async ({ pathmark }) => {
  const { page } = await update(pathmark)
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await notes(page).getByText('4 marks without a passage: 1 to choose, 3 lost').click()
  const flipped = cardOf(notes(page), marked.flipped)
  await expect(flipped).toContainText('“increased” became “decreased”')
  await flipped.getByRole('button', { name: 'Keep as it is' }).click()
  await expect(notes(page).getByText('3 marks without a passage: 1 to choose, 2 lost')).toBeVisible()
  await notes(page).getByText('Kept without a passage: 1').click()
  await expect(flipped.getByRole('button', { name: 'Keep as it is' })).toHaveCount(0)
  await flipped.getByRole('button', { name: 'Use them nevertheless' }).click()
  await expect(notes(page).getByText(/Kept without a passage/)).toHaveCount(0)
  await expect.poll(() => painted(page, 'highlight-green')).toContain(marked.flipped.replace('increased', 'decreased'))
})

test('a link to a mark that lost its passage leads to it in the tray', async ({ pathmark }) => {
  const before = await update(pathmark)
  const documents = JSON.parse(readFileSync(join(pathmark.library, 'library.json'), 'utf8')).documents
  const document: string = documents.find(({ title }: { title: string }) => title.startsWith('Rosemary')).id
  await cardOf(report(before.page), marked.flipped).getByRole('button', { name: 'Write a note' }).click()
  await cardOf(report(before.page), marked.flipped).locator('textarea').fill('Doubtful.')
  await cardOf(report(before.page), marked.flipped).locator('textarea').press('Control+Enter')
  await saved(before.page)
  const { id } = await before.page.evaluate(async opened => {
    const { pathmark: bridge } = globalThis as unknown as {
      pathmark: {
        call(name: string, payload: unknown): Promise<{ value: { annotations: { id: string; note: string }[] } }>
      }
    }
    const { value } = await bridge.call('article.open', { id: opened })
    return value.annotations.find(({ note }) => note === 'Doubtful.') ?? { id: '' }
  }, document)
  await pathmark.close(before)
  const { page } = await pathmark.start({ args: [`pathmark://open/${document}#${id}`] })
  await expect(cardOf(notes(page), marked.flipped)).toBeInViewport()
  await expect(page.getByText('has lost its passage. It is in the notes.')).toBeVisible()
})

test('the report outlives a restart, takes the update back from there, and is put away for good', async ({
  pathmark,
}) => {
  const before = await update(pathmark)
  await report(before.page).getByRole('button', { name: 'Keep on the new words' }).click()
  await saved(before.page)
  await pathmark.close(before)

  const again = await pathmark.start()
  await again.page.getByRole('tab', { name: /^Update/ }).click()
  await expect(report(again.page).getByText('4 marks wait for your word')).toBeVisible()
  await expect(again.page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await report(again.page).getByRole('button', { name: 'Take the update back' }).press('Enter')
  await expect.poll(() => shown(again.page)).toContain('The extract increased the level')
  await expect(again.page.getByRole('tab', { name: /^Notes/ })).toBeFocused()
  await again.page.getByRole('button', { name: 'Redo: Update from a newer copy' }).click()
  await expect.poll(() => shown(again.page)).toContain('The extract decreased the level')
  await report(again.page).getByRole('button', { name: 'Done' }).press('Enter')
  await expect(again.page.getByRole('tab', { name: /^Update/ })).toHaveCount(0)
  await expect(again.page.getByRole('tab', { name: /^Notes/ })).toBeFocused()
  await expect(again.page.getByText('Until you close Pathmark, Undo still takes the update back.')).toBeVisible()
  await again.page.getByRole('button', { name: 'Undo: Update from a newer copy' }).click()
  await expect.poll(() => shown(again.page)).toContain('The extract increased the level')
  await again.page.getByRole('button', { name: 'Redo: Update from a newer copy' }).click()
  await report(again.page).getByRole('button', { name: 'Done' }).click()
  await expect(again.page.getByRole('tab', { name: /^Update/ })).toHaveCount(0)
  await pathmark.close(again)

  const last = await pathmark.start()
  expect(await shown(last.page)).toContain('The extract decreased the level')
  await expect(last.page.getByRole('tab', { name: /^Update/ })).toHaveCount(0)
})

test('an import that looks like a newer copy asks first, and does what is answered', async ({ pathmark }) => {
  const { app, page, revised } = await readFirstVersion(pathmark)
  await chooseFile(app, revised)
  const dialog = page.getByRole('dialog', { name: 'Update this article?' })
  await page.keyboard.press('Control+o')
  await expect(dialog).toContainText('rosemary-revised.html')
  await expect(dialog.getByRole('button', { name: 'Update it and keep your marks' })).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await shown(page)).toContain('The extract increased the level')

  await page.keyboard.press('Control+o')
  await dialog.getByRole('button', { name: 'Bring it in beside it' }).click()
  await expect.poll(() => shown(page)).toContain('The extract decreased the level')
  await page.getByRole('tab', { name: 'Library' }).click()
  const copies = page.locator('library-view').getByRole('button', { name: /^Rosemary/ })
  await expect(copies).toHaveCount(2)
  await expect.poll(() => painted(page, 'highlight-green')).toEqual([])
})

test('an article of the library is updated from its list, and the report is accessible', async ({ pathmark }) => {
  const { app, page, revised } = await readFirstVersion(pathmark)
  await chooseFile(app, revised)
  await page.getByRole('tab', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Update from a newer copy: Rosemary extract for knee pain' }).click()
  await expect(report(page).getByRole('heading', { level: 2 })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await notes(page)
    .getByText(/marks without a passage/)
    .click()
  await expect(cardOf(notes(page), marked.flipped)).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('the original is read again from the menu and from the list, and where it reads as before that is said', async ({
  pathmark,
}) => {
  const { app, page } = await readFirstVersion(pathmark)
  const told = page.getByText('The original reads as it did before. Nothing was changed.')
  await menu(app, 'Read the original again')
  await expect(told).toBeVisible()
  await expect(report(page)).toHaveCount(0)
  expect(await painted(page, 'highlight-green')).toHaveLength(6)
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await expect(told).toHaveCount(0)
  await page.keyboard.press('Control+l')
  const row = page.getByRole('grid', { name: 'Articles' }).locator('[data-document]').filter({ hasText: 'Rosemary' })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Read the original again' }).click()
  await expect(told).toBeVisible()
})

test('a card whose passage is gone stays, says so, and is led to from the report', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const { first, revised } = writeVersions(pathmark.folder)
  await chooseFile(app, first)
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { name: 'Rosemary extract for knee pain', level: 1 })).toBeVisible()
  const mechanisms = page.getByRole('tabpanel', { name: /^Mechanisms/ })
  await selectByMouse(page, marked.deleted)
  await page.keyboard.press('m')
  await mechanisms.getByRole('textbox', { name: /title/i }).fill('The taste')
  await mechanisms.getByRole('button', { name: /^save|^add card/i }).click()
  await expect(mechanisms.getByRole('article', { name: /The taste/ })).toHaveCount(1)
  await saved(page)
  await chooseFile(app, revised)
  await menu(app, 'Update from a newer copy')
  await expect(report(page).getByRole('heading', { level: 2 })).toHaveText('There were no marks to carry over.')
  await report(page)
    .getByRole('article', { name: 'Card: The taste' })
    .getByRole('button', { name: 'Show the card' })
    .click()
  const card = mechanisms.getByRole('article', { name: /The taste/ })
  await expect(card.getByRole('button', { name: 'The taste', exact: true })).toBeFocused()
  await expect(card).toContainText('no longer in the text')
  await expect(card).toContainText(marked.deleted)
  expect(await violations(page)).toEqual([])
})
