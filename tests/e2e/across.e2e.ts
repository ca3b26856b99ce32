import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { Settings } from '#core/bridge/settings.ts'
import { expect, test } from './application.ts'
import type { Pathmark, Running } from './application.ts'
import { painted } from './article-words.ts'
import { violations } from './axe.ts'
import { titles, writeContraryArticles, writeEmptyLibrary, writeManyEffects } from './contrary-articles.ts'

const across = (page: Page): Locator => page.locator('across-view')
const table = (page: Page): Locator => across(page).getByRole('treegrid')
const group = (page: Page, name: RegExp): Locator => table(page).getByRole('row', { name })
const search = (page: Page): Locator => across(page).getByRole('searchbox')

const chooseMenu = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const all = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []) ?? []
    const item = all.find(candidate => candidate.label.replace('&', '') === wanted)
    if (item === undefined) throw new Error(`The menu has no "${wanted}".`)
    item.click()
  }, label)

/** The program with the three articles, showing the mechanisms of the library. */
async function startAcross(pathmark: Pathmark, settings: Partial<Settings> = {}): Promise<Running> {
  const running = await pathmark.start({ library: writeContraryArticles(pathmark.folder), settings })
  await running.page.keyboard.press('F8')
  await expect(group(running.page, /^IL-10:/)).toBeVisible()
  return running
}

test('agreement and contradiction are counted in articles, hedged and negated statements apart', async ({
  pathmark,
}) => {
  const { page } = await startAcross(pathmark)
  await expect(group(page, /^IL-10: up in 3 articles, down in 1\. Contradiction\./)).toBeVisible()
  await expect(group(page, /^inflammation: down in \d articles\. Agreement\./)).toBeVisible()
  await expect(group(page, /^angiogenesis: up in 1 article, perhaps up in 1\./)).toBeVisible()
  await expect(group(page, /^neuropathic pain: .*not down in 1/)).toBeVisible()
})

test('a statement leads to its passage, which is marked, and the list is as it was when the reader comes back', async ({
  pathmark,
}) => {
  const { page } = await startAcross(pathmark)
  await search(page).fill('il-10')
  await group(page, /^IL-10:/).click()
  const contrary = table(page).getByRole('row', { name: /stem cells decrease IL-10, contradicted/i })
  await expect(contrary).toContainText(titles.contradicts)
  await contrary.click()
  await expect(page.getByRole('heading', { name: titles.contradicts, level: 1 })).toBeVisible()
  await expect(across(page)).toBeHidden()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toContain('Stem cells decrease IL-10')
  await expect(page.locator('#article p', { hasText: 'Stem cells decrease IL-10' })).toBeInViewport()
  await page.keyboard.press('F8')
  await expect(contrary).toBeFocused()
})

test('any synonym finds a thing', async ({ pathmark }) => {
  const { page } = await startAcross(pathmark)
  for (const name of ['iNOS', 'NOS2', 'inducible nitric oxide synthase']) {
    await search(page).fill(name)
    await expect(table(page).getByRole('row', { level: 1 })).toHaveCount(1)
    await expect(group(page, /^(iNOS|NOS2): down in/)).toBeVisible()
  }
  await search(page).fill('no such thing')
  await expect(across(page).getByText('Nothing on “no such thing”')).toBeVisible()
  await across(page).getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(group(page, /^IL-10:/)).toBeVisible()
  await expect(search(page)).toBeFocused()
})

test('direction, certainty, article and contradictions filter; headings sort', async ({ pathmark }) => {
  const { page } = await startAcross(pathmark)
  const rows = table(page).getByRole('row', { level: 1 })
  await across(page).getByRole('button', { name: 'Contradictions only' }).click()
  await expect(rows.first()).toHaveAttribute('aria-label', /Contradiction/)
  for (const row of await rows.all()) await expect(row).toHaveAttribute('aria-label', /Contradiction/)
  await across(page).getByRole('button', { name: 'Clear filters' }).click()
  await across(page).getByRole('combobox', { name: 'Certainty' }).selectOption('Hedged')
  await expect(group(page, /^angiogenesis: perhaps up in 1 article/)).toBeVisible()
  await expect(group(page, /^IL-10:/)).toHaveCount(0)
  await across(page).getByRole('button', { name: 'Clear filters' }).click()
  await across(page).getByRole('combobox', { name: 'Article' }).selectOption(titles.contradicts)
  await expect(group(page, /^IL-10: down in 1 article\. Contradiction/)).toBeVisible()
  await across(page).getByRole('combobox', { name: 'Direction' }).selectOption('increases')
  await expect(across(page).getByText('Nothing of this kind')).toBeVisible()
  await across(page).getByRole('button', { name: 'Clear filters' }).first().click()
  await table(page).getByRole('button', { name: 'What is changed' }).click()
  await expect(table(page).getByRole('columnheader', { name: 'What is changed' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const names = (await rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''))).slice(0, 6)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare))
  await across(page).getByRole('button', { name: 'What acts' }).click()
  await expect(group(page, /^stem cells?: increases in/)).toBeVisible()
})

test('the table is walked with the keyboard alone', async ({ pathmark }) => {
  const { page } = await startAcross(pathmark)
  await search(page).fill('il-10')
  await expect(table(page).getByRole('row', { level: 1 })).not.toHaveCount(0)
  await group(page, /^IL-10:/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(group(page, /^IL-10:/)).toHaveAttribute('aria-expanded', 'true')
  await expect(table(page).getByRole('row', { level: 2 })).not.toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(table(page).getByRole('row', { level: 2 }).first()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(group(page, /^IL-10:/)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(group(page, /^IL-10:/)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('1')
  expect(await painted(page, 'highlight-yellow')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(across(page)).toBeHidden()
})

test('what the reader rejected does not count any more', async ({ pathmark }) => {
  const { app, page } = await startAcross(pathmark)
  await group(page, /^neuropathic pain:/).click()
  await table(page)
    .getByRole('row', { name: /TNF-α increases neuropathic pain/ })
    .click()
  await expect(page.getByRole('heading', { name: titles.alsoAgrees, level: 1 })).toBeVisible()
  await expect(across(page)).toBeHidden()
  await page
    .getByRole('tabpanel', { name: /^Mechanisms/ })
    .getByRole('article', { name: /./ })
    .filter({ hasText: 'TNF-α' })
    .getByRole('button', { name: /^Reject: / })
    .click()
  await chooseMenu(app, 'Mechanisms of the library')
  await expect(group(page, /^IL-10: up in 2 articles, down in 1/)).toBeVisible()
  await expect(group(page, /^neuropathic pain:/)).not.toHaveAttribute('aria-label', /up in/)
})

test('the map lists what the articles say of the thing that is chosen, and leads there', async ({ pathmark }) => {
  const { page } = await startAcross(pathmark)
  await search(page).fill('il-10')
  await across(page).getByRole('button', { name: 'Map', exact: true }).click()
  const map = page.locator('across-map')
  await map.getByRole('button', { name: /^IL-10, \d effects/ }).click()
  const statements = map.getByRole('complementary', { name: 'Statements' })
  await expect(statements.getByRole('button', { name: /stem cells decrease IL-10 contradicted/i })).toBeVisible()
  await statements.getByRole('button', { name: /stem cells decrease IL-10/i }).click()
  await expect(page.getByRole('heading', { name: titles.contradicts, level: 1 })).toBeVisible()
})

test('three hundred effects are drawn a part at a time, and a thing unfolds what it hides', async ({ pathmark }) => {
  const { page } = await pathmark.start({ library: writeManyEffects(pathmark.folder, 300) })
  await page.keyboard.press('F8')
  await expect(group(page, /^outcome number 1:/)).toBeVisible()
  const drawn = await table(page).getByRole('row', { level: 1 }).count()
  expect(drawn).toBeGreaterThan(10)
  expect(drawn).toBeLessThan(60)
  await group(page, /^outcome number 1:/).focus()
  await page.keyboard.press('End')
  await expect(table(page).getByRole('row', { level: 1 }).last()).toBeFocused()
  await across(page).getByRole('button', { name: 'Map', exact: true }).click()
  const map = page.locator('across-map')
  await expect(map.getByText(/^60 of 3\d\d effects/)).toBeVisible()
  const thing = map.getByRole('button', { name: /^factor 1, .*more not shown/ })
  await thing.focus()
  await page.keyboard.press('Space')
  await expect(map.getByRole('button', { name: /^factor 1, \d+ effects, unfolded/ })).toBeFocused()
  expect(await map.locator('effect-map .edge').count()).toBeGreaterThan(60)
})

test('an empty library says so, and how to begin', async ({ pathmark }) => {
  const { page } = await pathmark.start({ library: writeEmptyLibrary(pathmark.folder), article: false })
  await page.getByRole('button', { name: 'Mechanisms of the library' }).first().click()
  await expect(across(page).getByRole('heading', { name: 'Your library is empty' })).toBeVisible()
  await expect(across(page).getByRole('button', { name: 'Bring in files…' })).toBeEnabled()
})

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`axe finds nothing wrong with the table and the map in the ${theme} theme`, async ({ pathmark }) => {
    const { page } = await startAcross(pathmark, { theme })
    await group(page, /^IL-10:/).click()
    await expect(table(page).getByRole('row', { level: 2 })).not.toHaveCount(0)
    expect(await violations(page)).toEqual([])
    await across(page).getByRole('button', { name: 'Map', exact: true }).click()
    await page
      .locator('across-map')
      .getByRole('button', { name: /^IL-10, \d effects/ })
      .click()
    await expect(page.locator('across-map').getByRole('complementary')).toContainText('statements')
    expect(await violations(page)).toEqual([])
  })
