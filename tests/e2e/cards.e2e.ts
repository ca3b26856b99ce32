import type { Locator, Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'
import { violations } from './axe.ts'
import { bringIn, german, paper, walk } from './plain-articles.ts'

const panelOf = (page: Page): Locator => page.getByRole('tabpanel', { name: /^Mechanisms/ })
/** The row of an effect by what it says. */
const row = (page: Page, says: RegExp): Locator => panelOf(page).getByRole('button', { name: says })
const why = (page: Page, says: string): Locator => panelOf(page).getByRole('button', { name: `Why: ${says}` })
const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()

test('a paper that announces nothing has cards, titled by what acts on what', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  const panel = panelOf(page)
  await expect(panel.getByRole('article', { name: /Curcumin inhibits COX-2/ })).toHaveCount(1)
  await expect(panel.getByRole('article', { name: /iNOS increases oxidative stress/ })).toHaveCount(1)
  await expect(panel.getByText('Stated plainly')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Order of the cards' }).selectOption('As in the text')
  await expect(panel.getByRole('list', { name: /Results/ })).toHaveCount(1)
})

test('cards are narrowed by entity, direction and section, counted, and all shown again with one key', async ({
  pathmark,
}) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  const panel = panelOf(page)
  const entity = panel.getByRole('combobox', { name: 'Filter by entity' })
  const cards = panel.getByRole('article')
  await expect(panel.getByRole('article', { name: /Curcumin inhibits COX-2/ })).toHaveCount(1)
  const all = await cards.count()
  expect(all).toBeGreaterThan(2)
  // A name that the article does not use.
  await entity.fill('NOS2')
  await panel.getByRole('listbox', { name: 'Entities' }).getByRole('option').first().waitFor()
  await entity.press('Enter')
  await expect(cards).toHaveCount(1)
  await expect(cards).toContainText('oxidative stress')
  await expect(panel.getByText(/^1 of \d+ mechanisms, 1 of \d+ effects$/)).toBeVisible()
  await entity.press('Escape')
  await expect(cards).toHaveCount(all)

  await panel.getByRole('button', { name: /^Increases, \d/ }).press('Enter')
  await expect(row(page, /decreases COX-2, in the words/)).toHaveCount(0)
  await panel.getByRole('combobox', { name: 'Filter by section' }).selectOption({ label: 'Introduction (1)' })
  await expect(cards).toHaveCount(1)
  await expect(panel.getByRole('button', { name: /^Decreases, 0/ })).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Clear filters' }).click()
  await expect(cards).toHaveCount(all)
  await expect(entity).toBeFocused()
})

test('what passes no filter says so and offers to clear them', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  const panel = panelOf(page)
  await panel.getByRole('combobox', { name: 'Filter by section' }).selectOption({ label: 'Introduction (1)' })
  await why(page, 'IL-1β increases pain').press('Enter')
  await panel.getByRole('button', { name: 'Reject effect' }).press('Enter')
  await expect(panel.getByText('No effect passes these filters.')).toBeVisible()
  await panel.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(panel.getByRole('article').first()).toBeVisible()
})

test('an effect tells why it is there, with the keyboard alone', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  await why(page, 'iNOS increases oxidative stress').focus()
  await page.keyboard.press('Enter')
  const told = page.getByRole('region', { name: 'Why: iNOS increases oxidative stress' })
  await expect(told.locator('mark.agent').first()).toContainText('iNOS')
  await expect(told.locator('mark.trigger').first()).toContainText('increases')
  await expect(told.locator('mark.target').first()).toContainText('oxidative stress')
  await expect(told.getByRole('definition')).toHaveCount(2)
  await expect(told.getByText('Stated plainly')).toBeVisible()
  await expect.poll(() => painted(page, 'lit')).toEqual(['iNOS', 'increases', 'oxidative stress'])
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  await expect(why(page, 'iNOS increases oxidative stress')).toBeFocused()
})

test('what is said several times is told once, and stepped through', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  const step = panelOf(page)
    .getByRole('button', { name: /passages?.*curcumin (inhibits|decreases) COX-2/i })
    .first()
  await expect(step).toHaveText(/passages/)
  await step.press('Enter')
  await expect(step).toHaveText(/Passage 1 of \d/)
  await step.press('Enter')
  await expect(step).toHaveText(/Passage 2 of \d/)
})

test('a single effect is rejected; it stays so, and can be taken back', async ({ pathmark }) => {
  const before = await pathmark.start()
  const page = await bringIn(before, pathmark.folder, paper)
  const card = panelOf(page).getByRole('article', { name: /oxidative stress/ })
  await why(page, 'iNOS increases oxidative stress').press('Enter')
  await panelOf(page).getByRole('button', { name: 'Reject effect' }).press('Enter')
  await expect(row(page, /increases oxidative stress/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(card).toHaveCount(1)
  await page.keyboard.press('Control+Shift+z')
  await expect(row(page, /increases oxidative stress/)).toHaveCount(0)
  await saved(page)
  await pathmark.close(before)

  const after = await pathmark.start()
  await expect(row(after.page, /COX-2/).first()).toBeVisible()
  await expect(row(after.page, /^iNOS.*increases oxidative stress/)).toHaveCount(0)
})

test('an effect is put right, says that it was, and is restored as it was found', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  await why(page, 'iNOS increases oxidative stress').press('Enter')
  const told = page.getByRole('region', { name: /^Why: / })
  await told.getByRole('button', { name: 'Correct…' }).press('Enter')
  const target = told.getByLabel('Corrected effect: what is acted on')
  await target.fill('')
  await target.press('Enter')
  await expect(told.getByText('Say what is acted on.')).toBeVisible()
  await target.fill('nitrosative stress')
  await told.getByRole('radio', { name: 'affects' }).check()
  await told.getByRole('button', { name: 'Save the effect' }).press('Enter')
  await expect(row(page, /affects nitrosative stress/).first()).toBeVisible()
  await expect(panelOf(page).getByText('corrected by you')).toBeVisible()
  await told.getByRole('button', { name: 'Take back' }).press('Enter')
  await expect(row(page, /increases oxidative stress/).first()).toBeVisible()
  await expect(panelOf(page).getByText('corrected by you')).toHaveCount(0)
})

test('a correction that is begun stays as it was left, and after a crash the reader is back in it', async ({
  pathmark,
}) => {
  const before = await pathmark.start()
  const page = await bringIn(before, pathmark.folder, paper)
  const correct = page.getByRole('button', { name: 'Correct…' })
  const target = page.getByLabel('Corrected effect: what is acted on')
  await why(page, 'iNOS increases oxidative stress').press('Enter')
  await correct.press('Enter')
  await target.fill('nitrosative stress')
  await target.press('Escape')
  await correct.press('Enter')
  await expect(target).toHaveValue('oxidative stress')
  await target.fill('nitric oxide')
  await why(page, 'iNOS increases oxidative stress').press('Enter')
  await expect(target).toHaveCount(0)
  await why(page, 'iNOS increases oxidative stress').press('Enter')
  await expect(target).toHaveValue('nitric oxide')
  await target.fill('nitric oxide in the spinal cord')
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const bridge = globalThis as unknown as { pathmark: { call(name: string): Promise<unknown> } }
        return JSON.stringify(await bridge.pathmark.call('drafts.read'))
      }),
    )
    .toContain('in the spinal cord')
  await before.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise<void>(resolve => contents?.once('did-finish-load', () => resolve()))
    contents?.forcefullyCrashRenderer()
    await back
  })
  const read = `(() => {
    let field = document.activeElement
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
    const values = field?.closest('form')?.querySelectorAll('input.field') ?? []
    return [...values].map(({ value }) => value)
  })()`
  await expect
    .poll(() =>
      before.app.evaluate(
        ({ BrowserWindow }, script) =>
          BrowserWindow.getAllWindows()[0]
            ?.webContents.executeJavaScript(script)
            .catch(() => []),
        read,
      ),
    )
    .toEqual(['iNOS', 'nitric oxide in the spinal cord'])
})

test('the key that closes an explanation leaves the filters as they are', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, paper)
  const panel = panelOf(page)
  await panel.getByRole('button', { name: /^Decreases, \d/ }).press('Enter')
  const shown = panel.getByText(/^\d+ of \d+ mechanisms, /)
  await panel.getByRole('button', { name: 'COX-2', exact: true }).first().press('Enter')
  await expect(panel.getByRole('dialog', { name: 'About COX-2' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('dialog', { name: 'About COX-2' })).toHaveCount(0)
  await expect(shown).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(0)
})

test('an article without mechanisms says so, and takes one of the reader’s own', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, walk)
  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { name: 'No mechanisms found here' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Add a mechanism' })).toBeVisible()
  await selectByMouse(page, 'the path was dry')
  await page.keyboard.press('m')
  await panel.getByRole('textbox', { name: /title/i }).fill('Dry paths')
  await panel.getByRole('button', { name: 'Save card' }).click()
  await expect(panel.getByRole('article', { name: /Dry paths/ })).toContainText('yours')
})

test('an article in another language says that mechanisms are found in English only', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, german)
  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { name: 'Mechanisms are found in English only' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await selectByMouse(page, 'senkt so den Blutzucker')
  await page.keyboard.press('1')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual(['senkt so den Blutzucker'])
})

test('a long article is read while its mechanisms are looked for, and the search can be stopped and taken up', async ({
  pathmark,
}) => {
  test.slow()
  const words = 'Curcumin inhibits COX-2 in the joint of a rat. iNOS increases oxidative stress in cartilage.'
  const paragraphs = Array.from({ length: 9_000 }, () => words)
  const page = await bringIn(await pathmark.start(), pathmark.folder, {
    title: 'A very long report',
    language: 'en',
    parts: [['Results', ...paragraphs]],
  })
  const panel = panelOf(page)
  await expect(panel.getByRole('progressbar', { name: /Looking for mechanisms/ })).toBeVisible()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(panel.getByText('The search for mechanisms was stopped.')).toBeVisible()
  await expect(panel.getByRole('article')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Look again' }).click()
  await expect(panel.getByRole('article', { name: /COX-2/ })).toHaveCount(1, { timeout: 60_000 })
  await expect(panel.getByText('9,000 passages').first()).toBeVisible()
})

test('a name that the reader adds counts at once, and no more when it is deleted', async ({ pathmark }) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, {
    ...walk,
    title: 'A note on rivergum',
    parts: [['', 'Rivergum extract is sold in shops. Quandomol inhibits COX-2 in the joint.']],
  })
  const panel = panelOf(page)
  await selectByMouse(page, 'Quandomol')
  await page.getByRole('button', { name: 'Add to my names' }).click()
  const dialog = page.getByRole('dialog', { name: 'My names' })
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Quandomol')
  await dialog.getByLabel('Kind').selectOption('Chemical')
  await dialog.getByLabel(/Other names/).fill('QDM')
  await dialog.getByRole('button', { name: 'Add the name' }).click()
  await expect(dialog.getByRole('list', { name: 'Names that you added' })).toContainText('Quandomol')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Quandomol', exact: true }).first()).toBeVisible()

  await panel
    .getByRole('button', { name: /^Add a name: / })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Delete Quandomol' }).click()
  await expect(dialog.getByText('“Quandomol” was deleted.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('list', { name: 'Names that you added' })).toContainText('Quandomol')
})

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`an explained and a corrected effect have no accessibility violation in the ${theme} theme`, async ({
    pathmark,
  }) => {
    const page = await bringIn(await pathmark.start({ settings: { theme } }), pathmark.folder, paper)
    await why(page, 'iNOS increases oxidative stress').press('Enter')
    await page.getByRole('button', { name: 'Correct…' }).press('Enter')
    await panelOf(page).getByRole('combobox', { name: 'Filter by entity' }).click()
    expect(await violations(page)).toEqual([])
  })
