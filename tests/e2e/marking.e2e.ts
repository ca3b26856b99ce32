import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Pathmark } from './application.ts'
import { expect, test } from './application.ts'
import { findWords, highlightObjects, painted, selectByMouse, selectFromTo } from './article-words.ts'

interface StoredAnnotation {
  readonly target: {
    readonly selector: readonly {
      readonly type: string
      readonly exact?: string
      readonly prefix?: string
      readonly suffix?: string
    }[]
  }
}

/** The annotations on the disk, as they are now. */
const stored = (pathmark: Pathmark): StoredAnnotation[] => {
  const documents = join(pathmark.library, 'documents')
  const [id = ''] = readdirSync(documents)
  return JSON.parse(readFileSync(join(documents, id, 'notes.json'), 'utf8')).annotations
}

test('words selected with the mouse are highlighted by a key, painted and on the disk', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await selectByMouse(page, 'suppress the over-activation of microglia')
  await page.keyboard.press('2')
  await expect.poll(() => painted(page, 'highlight-green')).toEqual(['suppress the over-activation of microglia'])
  await expect(page.getByRole('contentinfo').getByText('Saved')).toBeVisible()
  const [annotation] = stored(pathmark)
  const quote = annotation?.target.selector.find(selector => selector.type === 'TextQuoteSelector')
  expect(quote).toMatchObject({
    exact: 'suppress the over-activation of microglia',
    prefix: expect.stringMatching(/They $/),
    suffix: expect.stringMatching(/^ and of astrocytes/),
  })
  expect(quote?.prefix).toHaveLength(32)
})

test('the toolbar beside the selection offers six named colours', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await selectByMouse(page, 'several paths of differentiation')
  const toolbar = page.getByRole('toolbar', { name: 'Mark the selection' })
  for (const color of ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'])
    await expect(toolbar.getByRole('button', { name: `Highlight in ${color}` })).toBeVisible()
  await toolbar.getByRole('button', { name: 'Highlight in purple' }).click()
  await expect.poll(() => painted(page, 'highlight-purple')).toEqual(['several paths of differentiation'])
})

test('words are selected and highlighted with the keyboard alone', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page.getByRole('link', { name: 'Skip to the article' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const selected = (await page.evaluate(() => String(document.getSelection()))).replaceAll('\u00AD', '').trim()
  expect(selected.split(/\s+/).length).toBeGreaterThanOrEqual(2)
  // The tools lie on the way from the article to the sidebar, and hold nobody back.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Highlight in yellow' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('separator', { name: /mechanisms/ })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('region', { name: 'Article' })).toBeFocused()
  await page.keyboard.press('3')
  await expect.poll(() => painted(page, 'highlight-blue')).toEqual([selected])
})

test('a selection crosses paragraphs, table cells and inline markup', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await selectFromTo(page, 'The subject here is another one', 'how to read this evidence')
  await page.keyboard.press('1')
  const [long = ''] = await painted(page, 'highlight-yellow')
  expect(long).toContain('neuropathic pain.')
  expect(long).toContain('What could transplanted cells do')
  expect(long).toMatch(/how to read this evidence$/)
  await selectFromTo(page, 'Spinal cord injury', 'Multiple sclerosis')
  await page.keyboard.press('4')
  const [cells = ''] = await painted(page, 'highlight-pink')
  expect(cells).toMatch(/^Spinal cord injury/)
  expect(cells).toMatch(/Multiple sclerosis$/)
})

test('what is selected stays within the article, wherever the hand goes, and all of it can be marked at once', async ({
  pathmark,
}) => {
  const { page } = await pathmark.start()
  const { from, to } = await findWords(page, 'For neurological disease')
  const panel = await page.getByRole('complementary', { name: /^Outline/ }).boundingBox()
  await page.mouse.move(to.x, to.y)
  await page.mouse.down()
  await page.mouse.move((panel?.x ?? 0) + 40, from.y, { steps: 3 })
  await page.mouse.up()
  await page.keyboard.press('2')
  await expect.poll(() => painted(page, 'highlight-green')).toEqual(['For neurological disease'])

  await page.keyboard.press('Control+a')
  await page.keyboard.press('3')
  const [all = ''] = await painted(page, 'highlight-blue')
  expect(all.startsWith('Stem cells and neuropathic pain')).toBe(true)
  expect(all).toMatch(/hydrogen peroxide among them\.$/)
  expect(await page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
})

test('overlapping marks stay apart: each can be chosen, and the overlap shows', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await selectByMouse(page, 'They lower the mediators IL-1 and IL-17')
  await page.keyboard.press('1')
  await selectByMouse(page, 'mediators IL-1 and IL-17, whereas the anti-inflammatory factor')
  await page.keyboard.press('1')
  await expect
    .poll(() => painted(page, 'highlight-yellow'))
    .toEqual(['They lower the mediators IL-1 and IL-17, whereas the anti-inflammatory factor'])
  await expect.poll(() => painted(page, 'overlap')).toEqual(['mediators IL-1 and IL-17'])
  await page.keyboard.press('Escape')
  const { from } = await findWords(page, 'IL-1 and IL-17')
  await page.mouse.click(from.x, from.y)
  const first = await painted(page, 'focus')
  await page.mouse.click(from.x, from.y)
  const second = await painted(page, 'focus')
  expect([...first, ...second].toSorted()).toEqual([
    'They lower the mediators IL-1 and IL-17',
    'mediators IL-1 and IL-17, whereas the anti-inflammatory factor',
  ])
})

test('a mark is extended and shrunk by words, recoloured, underlined and deleted, and every step can be undone and redone', async ({
  pathmark,
}) => {
  const { page } = await pathmark.start()
  await selectByMouse(page, 'the degree of pain')
  await page.keyboard.press('1')
  await page.keyboard.press('Alt+]')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual(['the degree of pain falls'])
  await page.keyboard.press('Alt+Shift+[')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual(['degree of pain falls'])
  await page.keyboard.press('5')
  await expect.poll(() => painted(page, 'highlight-orange')).toEqual(['degree of pain falls'])
  await page.keyboard.press('u')
  await expect.poll(() => painted(page, 'underline-orange')).toEqual(['degree of pain falls'])
  await page.keyboard.press('Delete')
  await expect.poll(() => painted(page, 'underline-orange')).toEqual([])
  for (const [layer, words] of [
    ['underline-orange', 'degree of pain falls'],
    ['highlight-orange', 'degree of pain falls'],
    ['highlight-yellow', 'degree of pain falls'],
    ['highlight-yellow', 'the degree of pain falls'],
    ['highlight-yellow', 'the degree of pain'],
  ] as const) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => painted(page, layer)).toEqual([words])
  }
  await page.keyboard.press('Control+z')
  expect((await highlightObjects(page)).ranges).toBe(0)
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => painted(page, 'underline-orange')).toEqual(['degree of pain falls'])
})

test('a note is written as Markdown, tagged, and all of it is there after a restart', async ({ pathmark }) => {
  const before = await pathmark.start()
  await selectByMouse(before.page, 'the anti-inflammatory factor IL-10 is increased')
  await before.page.keyboard.press('n')
  const notes = before.page.getByRole('tabpanel', { name: /Notes/ })
  const field = notes.getByRole('textbox', { name: /note/i }).last()
  await expect(field).toBeFocused()
  await field.fill('Rises **while** IL-1 falls.')
  await field.press('Control+Enter')
  await expect(notes.locator('strong', { hasText: 'while' })).toBeVisible()
  await selectByMouse(before.page, 'hypersensitivity to heat')
  await before.page.keyboard.press('t')
  await before.page.keyboard.type('symptom')
  await before.page.keyboard.press('Enter')
  await expect(notes.getByText('symptom', { exact: true }).first()).toBeVisible()
  await pathmark.close(before)

  const { page } = await pathmark.start()
  await expect
    .poll(() => painted(page, 'highlight-yellow'))
    .toEqual(['the anti-inflammatory factor IL-10 is increased', 'hypersensitivity to heat'])
  const again = page.getByRole('tabpanel', { name: /Notes/ })
  await expect(again.locator('strong', { hasText: 'while' })).toBeVisible()
  await expect(again.getByText('symptom', { exact: true }).first()).toBeVisible()
})

test('ten marks of one colour share one Highlight object', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const { objects } = await highlightObjects(page)
  for (const words of [
    'Stem cells stand out',
    'They renew themselves',
    'several paths',
    'nearly every cell type',
    'nerve cells, hepatocytes',
    'epithelial cells',
    'For neurological disease',
    'The subject here',
    'What could transplanted cells do',
    'The source answers',
  ]) {
    await selectByMouse(page, words)
    await page.keyboard.press('6')
  }
  await expect.poll(() => painted(page, 'highlight-purple')).toHaveLength(10)
  expect((await highlightObjects(page)).objects).toBe(objects)
  expect(objects).toBeLessThan(30)
})
