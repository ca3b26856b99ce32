import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeManyArticles } from '../bench/library/many-articles.ts'
import { readStored, writeStored } from '../integration/store/stored-file.ts'
import { expect, test } from './application.ts'
import type { Pathmark } from './application.ts'
import { violations } from './axe.ts'
import { writeEmptyLibrary } from './contrary-articles.ts'

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Articles' })
const rows = (page: Page): Locator => grid(page).locator('[data-document]')
const field = (page: Page): Locator => page.getByRole('searchbox', { name: /Find by title/ })

const startWith = async (
  pathmark: Pathmark,
  count: number,
  settings = {},
  prepare: (library: string) => Promise<void> = async () => {},
): Promise<Page> => {
  const library = join(pathmark.folder, 'shelf')
  mkdirSync(library)
  await makeManyArticles(library, count)
  await prepare(library)
  const { page } = await pathmark.start({ library, settings })
  await page.keyboard.press('Control+l')
  await expect(grid(page)).toBeVisible()
  return page
}

test('the list of a library is sorted, narrowed and opened by keyboard', async ({ pathmark }) => {
  const page = await startWith(pathmark, 300)
  await expect(page.getByText('300 articles', { exact: true })).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(60)
  await expect(rows(page).first()).toHaveAttribute('aria-label', /\(300\)/)
  await expect(rows(page).first()).toBeFocused()

  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows(page).first()).toHaveAttribute('aria-label', /^Interleukin-10 calms/)

  await page.keyboard.press('Control+f')
  await page.keyboard.type('muller naloxone')
  await expect(page.getByRole('status').filter({ hasText: /of 300 articles/ })).toBeVisible()
  for (const label of await rows(page).evaluateAll(all => all.map(row => row.getAttribute('aria-label'))))
    expect(label).toMatch(/^Naloxone/)
  await page.keyboard.press('Escape')
  await expect(page.getByText('300 articles', { exact: true })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(grid(page).locator(':focus')).toHaveAttribute('aria-label', /^Vitamin D/)
  await page.keyboard.press('s')
  await expect(grid(page).locator(':focus')).toHaveAttribute('aria-label', /^Sleep/)

  await field(page).fill('(300)')
  await field(page).press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(grid(page)).toBeHidden()
  await expect(page.locator('#article')).not.toBeEmpty()
})

test('a collection is made, renamed and taken apart, and each step can be taken back', async ({ pathmark }) => {
  const page = await startWith(pathmark, 3)
  const places = page.getByRole('navigation', { name: 'Collections' })
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: /Put into a collection/ }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('Thesis chapter 2')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toBeFocused()
  const place = places.getByRole('button', { name: /Thesis chapter 2/ }).first()
  await expect(place).toBeVisible()
  await place.click()
  await expect(rows(page)).toHaveCount(1)

  await places.getByRole('button', { name: 'Rename Thesis chapter 2' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Chapter two')
  await page.keyboard.press('Enter')
  await expect(places.getByRole('button', { name: /^Chapter two/ })).toBeVisible()
  await expect(rows(page)).toHaveCount(1)

  await places.getByRole('button', { name: 'Take Chapter two apart' }).click()
  await expect(places.getByRole('button', { name: /Chapter two/ })).toHaveCount(0)
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(places.getByRole('button', { name: /Chapter two/ })).toBeVisible()
})

/** Drags from the middle of an article to the middle of what is named, in steps as a hand does. */
const dragTo = async (page: Page, from: Locator, to: () => Promise<Locator>): Promise<void> => {
  const middle = async (what: Locator): Promise<readonly [number, number]> => {
    const box = await what.boundingBox()
    if (box === null) throw new Error('It is not on screen.')
    return [box.x + box.width / 2, box.y + box.height / 2]
  }
  await page.mouse.move(...(await middle(from)))
  await page.mouse.down()
  const [x, y] = await middle(from)
  await page.mouse.move(x - 20, y + 20, { steps: 3 })
  await page.mouse.move(...(await middle(await to())), { steps: 5 })
}

test('articles are dragged onto a collection, together when several are chosen, and Escape or another place puts none in', async ({
  pathmark,
}) => {
  const page = await startWith(pathmark, 3)
  const places = page.getByRole('navigation', { name: 'Collections' })
  const place = places.getByRole('button', { name: /^Glia/ })
  const number = place.locator('.number')
  await dragTo(page, rows(page).nth(1), async () => places.getByText('New collection…'))
  await page.mouse.up()
  await page.getByRole('dialog').getByRole('combobox').fill('Glia')
  await page.keyboard.press('Enter')
  await expect(number).toHaveText('1')
  await expect(grid(page)).toBeVisible()

  await rows(page)
    .nth(0)
    .click({ modifiers: ['Control'] })
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Control'] })
  await dragTo(page, rows(page).nth(2), async () => place)
  await expect(page.locator('.dragged')).toHaveText('2 articles')
  await page.keyboard.press('Escape')
  await expect(page.locator('.dragged')).toHaveCount(0)
  await page.mouse.up()
  await expect(number).toHaveText('1')

  await dragTo(page, rows(page).nth(2), async () => rows(page).nth(0))
  await page.mouse.up()
  await expect(page.locator('.dragged')).toHaveCount(0)
  await expect(grid(page)).toBeVisible()
  await expect(number).toHaveText('1')

  await dragTo(page, rows(page).nth(2), async () => place)
  await page.mouse.up()
  await expect(number).toHaveText('3')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(number).toHaveText('1')
})

test('an article is dragged onto a collection that is out of view, as the places scroll at their edge', async ({
  pathmark,
}) => {
  const page = await startWith(pathmark, 240, {}, async library => {
    const path = join(library, 'library.json')
    const index = await readStored<{ documents: Record<string, unknown>[] }>(path)
    const documents = index.documents.map((document, at) =>
      at < 60 ? { ...document, collections: [`Shelf ${at + 10}`] } : { ...document, collections: [] },
    )
    await writeStored(path, { ...index, documents })
  })
  const places = page.locator('shelves-places')
  const last = places.getByRole('button', { name: /^Shelf 69/ })
  await expect(last).not.toBeInViewport()
  await dragTo(page, rows(page).nth(1), async () => places.getByRole('button', { name: /^Shelf 12/ }))
  const box = await places.boundingBox()
  if (box === null) throw new Error('The places are not on screen.')
  await page.mouse.move(box.x + 60, box.y + box.height - 8, { steps: 3 })
  await expect(last).toBeInViewport({ ratio: 1 })
  const target = await last.boundingBox()
  if (target === null) throw new Error('The collection is not on screen.')
  await page.mouse.move(target.x + 60, target.y + 10)
  await page.mouse.up()
  await expect(last.locator('.number')).toHaveText('2')
})

/** Gives articles long titles, names and tags in scripts of both directions. */
const withLongNames = async (library: string): Promise<void> => {
  const path = join(library, 'library.json')
  const index = await readStored<{ documents: Record<string, unknown>[] }>(path)
  const german = 'Rückenmarksverletzungsfolgenbehandlungsergebnisse'
  const arabic = 'دور الخلايا الجذعية في علاج آلام الأعصاب المزمنة بعد إصابات الحبل الشوكي عند البالغين'
  const documents = index.documents.map((document, at) => ({
    ...document,
    title: at % 2 === 0 ? `${german} ${at}` : `${arabic} ${at}`,
    collections: [`${german} ${at}`],
    tags: [`${german} ${at}`, `${arabic} ${at}`, 'glia'],
  }))
  await writeStored(path, { ...index, documents })
}

for (const [width, height] of [
  [1100, 700],
  [520, 600],
  [360, 420],
] as const)
  test(`in a window of ${width} by ${height} articles are in view, and titles are not pushed out by tags`, async ({
    pathmark,
  }) => {
    const library = join(pathmark.folder, 'shelf')
    mkdirSync(library)
    await makeManyArticles(library, 40)
    await withLongNames(library)
    const { app, page } = await pathmark.start({ library })
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size.width, size.height),
      { width, height },
    )
    await page.keyboard.press('Control+l')
    await expect(grid(page)).toBeVisible()
    const view = await grid(page).locator('.scroll').boundingBox()
    expect(view?.height ?? 0).toBeGreaterThan(2 * 46)
    await expect(page.getByRole('button', { name: 'Back to the article' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Bring in files…' })).toBeInViewport({ ratio: 1 })
    // The first article's tags are those of its notes; the others' are those of the list.
    const second = rows(page).nth(1)
    const [cell, title] = [second.locator('.by-title'), second.locator('.by-title .title')]
    const share = async () => ((await title.boundingBox())?.width ?? 0) / ((await cell.boundingBox())?.width ?? 1)
    expect(await share()).toBeGreaterThan(0.5)
    // What is cut off is the end, also of what is written from right to left.
    const directions = await rows(page)
      .locator('.by-title .title')
      .evaluateAll(all => all.map(one => getComputedStyle(one).direction))
    expect(new Set(directions)).toEqual(new Set(['ltr', 'rtl']))
    expect(await violations(page)).toEqual([])
  })

test('tags narrow the list, and survive a restart', async ({ pathmark }) => {
  const page = await startWith(pathmark, 3)
  await page.keyboard.press('F2')
  await page.keyboard.type('needs a second look')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const chip = page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: /needs a second look/ })
  await expect(chip).toBeVisible()
  await chip.click()
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(page.locator('#article')).not.toBeEmpty()
  await page.keyboard.press('Control+l')
  await expect(chip).toBeVisible()
})

test('a library without articles says what to do, and has no accessibility violation', async ({ pathmark }) => {
  const { page } = await pathmark.start({ library: writeEmptyLibrary(pathmark.folder), article: false })
  await page.keyboard.press('Control+l')
  await expect(page.locator('shelves-view').getByRole('heading', { name: 'Your library is empty' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})

for (const theme of ['light', 'sepia', 'dark'] as const)
  test(`the library has no accessibility violation in the ${theme} theme`, async ({ pathmark }) => {
    const page = await startWith(pathmark, 60, { theme })
    expect(await violations(page), 'list').toEqual([])
    await page.getByRole('button', { name: 'Cards', exact: true }).click()
    await expect(grid(page).getByRole('gridcell').first()).toBeVisible()
    expect(await violations(page), 'cards').toEqual([])
    await rows(page).first().focus()
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    expect(await violations(page), 'menu').toEqual([])
  })

test('an article goes to the trash and comes back, also after a restart; deleting asks first', async ({ pathmark }) => {
  const page = await startWith(pathmark, 3)
  const places = page.getByRole('navigation', { name: 'Collections' })
  // Twice before the article has left the list: it is one that goes.
  await rows(page)
    .first()
    .evaluate(row => {
      for (let times = 0; times < 2; times += 1)
        row.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true, cancelable: true }),
        )
    })
  await expect(rows(page)).toHaveCount(2)
  await expect(page.locator('notice-stack').getByRole('alert')).toHaveCount(0)
  await page.locator('notice-stack').getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(rows(page)).toHaveCount(3)

  await rows(page).last().focus()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(2)
  await page.reload()
  await expect(page.locator('#article')).not.toBeEmpty()
  await page.keyboard.press('Control+l')
  await expect(rows(page)).toHaveCount(2)
  await places.getByRole('button', { name: /Trash/ }).click()
  const trashed = page.getByRole('list', { name: 'Articles in the trash' }).getByRole('listitem')
  await expect(trashed).toHaveCount(1)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^Delete for good: / }).click()
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(trashed).toHaveCount(1)
  await page.getByRole('button', { name: /^Put back: / }).click()
  await expect(trashed).toHaveCount(0)
  await places.getByRole('button', { name: /All articles/ }).click()
  await expect(rows(page)).toHaveCount(3)
})
