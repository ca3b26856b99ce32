import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

const margin = (page: Page) => page.getByRole('slider', { name: 'Marks in the article' })

/** Colours that the margin shows from top to bottom in the lane of marks, each run of rows once, as `red green blue`. */
const shown = (page: Page): Promise<{ color: string; top: number }[]> =>
  page.locator('mark-margin canvas').evaluate(element => {
    const canvas = element as HTMLCanvasElement
    const x = Math.round(8 * devicePixelRatio)
    const pixels = canvas.getContext('2d')?.getImageData(x, 0, 1, canvas.height).data ?? []
    const runs: { color: string; top: number }[] = []
    let last = ''
    for (let row = 0; row < canvas.height; row += 1) {
      const color = pixels[row * 4 + 3] === 0 ? '' : pixels.slice(row * 4, row * 4 + 3).join(' ')
      if (color !== last && color !== '') runs.push({ color, top: row / devicePixelRatio })
      last = color
    }
    return runs
  })

const markThree = async (page: Page): Promise<void> => {
  await selectByMouse(page, 'They renew themselves')
  await page.keyboard.press('1')
  await selectByMouse(page, 'suppress the over-activation of microglia')
  await page.keyboard.press('2')
  await selectByMouse(page, 'in close contact with synapses')
  await page.keyboard.press('4')
  await expect.poll(async () => (await shown(page)).length).toBe(3)
}

test('every mark has its place and its colour, and one that is taken back leaves none', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await markThree(page)
  const before = await shown(page)
  expect(new Set(before.map(({ color }) => color)).size).toBe(3)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await shown(page)).length).toBe(2)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => shown(page)).toEqual(before)
})

test('it is drawn in the theme that is shown, and sharp on a dense screen', async ({ pathmark }) => {
  const { page } = await pathmark.start({ args: ['--force-device-scale-factor=2'] })
  await markThree(page)
  const size = await page
    .locator('mark-margin canvas')
    .evaluate(canvas => [(canvas as HTMLCanvasElement).width, canvas.clientWidth * devicePixelRatio])
  expect(size[0]).toBe(size[1])
  const light = await shown(page)
  await page.getByRole('button', { name: 'Type and theme' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(async () => (await shown(page)).map(({ color }) => color))
    .not.toEqual(light.map(({ color }) => color))
  expect((await shown(page)).map(({ top }) => top)).toEqual(light.map(({ top }) => top))
})

test('a click goes to the mark, a drag takes the view along, and hovering names what is there', async ({
  pathmark,
}) => {
  const { page } = await pathmark.start()
  await markThree(page)
  const box = await margin(page).boundingBox()
  if (box === null) throw new Error('The margin has no place.')
  const runs = await shown(page)
  const x = box.x + box.width / 2
  const [first] = runs
  const last = runs.at(-1)
  await page.mouse.move(x, box.y + (last?.top ?? 0) + 1)
  await expect(page.locator('.mark-margin-label')).toBeVisible()
  await page.mouse.down()
  await page.mouse.up()
  await expect.poll(() => painted(page, 'focus')).toHaveLength(1)
  const scrollTop = (): Promise<number> => page.locator('.article-scroll').evaluate(element => element.scrollTop)
  await page.mouse.move(x, box.y + (first?.top ?? 0) + 1)
  await expect(page.locator('.mark-margin-label')).toContainText('They renew themselves')
  await page.mouse.move(x, box.y + box.height * 0.2)
  await page.mouse.down()
  await page.mouse.move(x, box.y + box.height * 0.6, { steps: 4 })
  await page.mouse.move(x, box.y + box.height, { steps: 4 })
  await expect.poll(scrollTop).toBeGreaterThan(1_000)
  await page.mouse.move(x, box.y, { steps: 4 })
  await expect.poll(scrollTop).toBe(0)
  await page.mouse.up()
})

test('it is one control for the keyboard that says which mark it is on', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await markThree(page)
  await page.keyboard.press('Escape')
  await margin(page).focus()
  await page.keyboard.press('Home')
  await expect(margin(page)).toHaveAttribute('aria-valuetext', 'Mark 1 of 3, yellow highlight: They renew themselves.')
  await expect.poll(() => painted(page, 'focus')).toEqual(['They renew themselves'])
  await page.keyboard.press('ArrowDown')
  await expect(margin(page)).toHaveAttribute('aria-valuetext', /^Mark 2 of 3/)
  await page.keyboard.press('End')
  await expect(margin(page)).toHaveAttribute('aria-valuenow', '3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /note/i })).toBeFocused()
  await margin(page).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Article' })).toBeFocused()
})
