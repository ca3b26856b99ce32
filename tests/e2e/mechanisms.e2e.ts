import { expect, test } from './application.ts'
import { findWords, painted, selectByMouse } from './article-words.ts'

const SIX = [
  'Directed migration and homing',
  'Differentiation and regeneration',
  'Release of neurotrophic factors',
  'Anti-inflammatory and immunomodulatory action',
  'Antioxidant defence',
  'New small vessels and better blood flow',
]

test('six cards stand in the order of the text, each with its effects and its passage', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const panel = page.getByRole('tabpanel', { name: /Mechanisms/ })
  for (const [at, title] of SIX.entries())
    await expect(panel.getByRole('article', { name: `Mechanism ${at + 1}: ${title}` })).toHaveCount(1)
  const fourth = panel.getByRole('article', { name: /Mechanism 4/ })
  for (const effect of ['decrease IL-1,', 'decrease IL-17,', /increases? IL-10,/, 'decrease iNOS activity'])
    await expect(fourth.getByRole('button', { name: effect }).first()).toBeAttached()
  await expect(fourth.getByRole('blockquote')).toContainText(
    'They suppress the over-activation of microglia and of astrocytes.',
  )
})

test('a card lights its passage, a click goes there, and the passage lights its card', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const card = page.getByRole('article', { name: /Mechanism 5/ })
  await card.scrollIntoViewIfNeeded()
  await card.getByRole('button', { name: 'Antioxidant defence', exact: true }).click()
  await expect(page.locator('#article p', { hasText: 'In the body, stem cells' })).toBeInViewport()
  await card.getByRole('heading').hover()
  await expect
    .poll(async () => (await painted(page, 'lit')).join(' '))
    .toContain('In the body, stem cells influence the response to oxidative stress.')

  const { from } = await findWords(page, 'They secrete the neurotrophic factors')
  await page.mouse.move(from.x, from.y)
  await page.mouse.move(from.x + 4, from.y + 1)
  await expect(page.getByRole('article', { name: /Mechanism 3/ })).toHaveClass(/pointed/)
})

test('a card is reached with the keyboard, and its focus lights its passage', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const title = page
    .getByRole('article', { name: /Mechanism 2/ })
    .getByRole('button', { name: 'Differentiation and regeneration', exact: true })
  await title.focus()
  await expect
    .poll(async () => (await painted(page, 'lit')).join(' '))
    .toContain('Stem cells that have reached the lesion')
  await page.keyboard.press('Enter')
  await expect(page.locator('#article p', { hasText: 'Stem cells that have reached' })).toBeInViewport()
})

test('reading past a passage marks its card as current', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: 'Release of neurotrophic factors' })
    .click()
  await expect(page.getByRole('article', { name: /Mechanism 3/ })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: 'Antioxidant defence' }).click()
  await expect(page.getByRole('article', { name: /Mechanism 5/ })).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('[aria-current="true"]').getByRole('heading', { level: 3 })).toHaveCount(1)
})

test('an entity opens its glossary line', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page
    .getByRole('article', { name: /Mechanism 4/ })
    .getByRole('button', { name: 'iNOS', exact: true })
    .click()
  await expect(page.getByText(/enzyme that (forms|makes) nitric oxide/).last()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('article', { name: /Mechanism 4/ }).getByRole('button', { name: 'iNOS', exact: true }),
  ).toBeFocused()
})

test('cards are accepted, rejected, edited and added; it is kept, and every step can be undone', async ({
  pathmark,
}) => {
  const before = await pathmark.start()
  const { page } = before
  const panel = page.getByRole('tabpanel', { name: /Mechanisms/ })
  await panel.getByRole('button', { name: 'Accept: Antioxidant defence' }).click()
  await expect(panel.getByRole('article', { name: /Antioxidant defence/ })).toHaveClass(/accepted/)
  await panel.getByRole('button', { name: 'Reject: Directed migration and homing' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Differentiation and regeneration', exact: true })).toBeFocused()
  await expect(panel.getByRole('article', { name: 'Mechanism 1: Differentiation and regeneration' })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('article', { name: 'Mechanism 1: Directed migration and homing' })).toHaveCount(1)
  await page.keyboard.press('Control+Shift+z')
  await expect(panel.getByRole('article', { name: 'Mechanism 1: Differentiation and regeneration' })).toHaveCount(1)

  await panel.getByRole('button', { name: 'Edit: Release of neurotrophic factors' }).click()
  await panel.getByRole('textbox', { name: /title/i }).fill('Four factors that keep neurons alive')
  await panel.getByRole('button', { name: /^save/i }).click()
  await expect(panel.getByRole('article', { name: /Four factors that keep neurons alive/ })).toHaveCount(1)

  await selectByMouse(page, 'hypersensitivity to heat')
  await page.keyboard.press('m')
  await panel.getByRole('textbox', { name: /title/i }).fill('Heat hurts less')
  await panel.getByRole('button', { name: /^(save|add card|add the card|add mechanism)/i }).click()
  await expect(panel.getByRole('article', { name: /Heat hurts less/ })).toContainText('yours')
  await pathmark.close(before)

  const after = await pathmark.start()
  const again = after.page.getByRole('tabpanel', { name: /Mechanisms/ })
  await expect(again.getByRole('article', { name: /Heat hurts less/ })).toHaveCount(1)
  await expect(again.getByRole('article', { name: /Four factors that keep neurons alive/ })).toHaveCount(1)
  await expect(again.getByRole('article', { name: /Antioxidant defence/ })).toHaveClass(/accepted/)
  await expect(again.getByRole('article', { name: 'Mechanism 1: Differentiation and regeneration' })).toHaveCount(1)
})

test('the map draws the effects as a graph whose parts lead to their passages', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page.getByRole('button', { name: 'Enlarge the map' }).click()
  const map = page.getByRole('dialog')
  const edge = map.getByRole('button', { name: /decrease IL-17/ })
  await expect(edge).toHaveCount(1)
  const agent = await map.getByRole('button', { name: /^stem cells, \d+ effects/i }).boundingBox()
  const target = await map.getByRole('button', { name: /^IL-17, one effect/ }).boundingBox()
  expect(agent?.x ?? 0).toBeLessThan(target?.x ?? 0)
  const before = await map.getByRole('button', { name: /^IL-17, one effect/ }).boundingBox()
  await map.getByRole('button', { name: 'Zoom in' }).click()
  await expect
    .poll(async () => (await map.getByRole('button', { name: /^IL-17, one effect/ }).boundingBox())?.width ?? 0)
    .toBeGreaterThan((before?.width ?? 0) * 1.1)
  await map.getByRole('button', { name: 'Fit the map' }).click()
  await edge.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#article p', { hasText: 'They lower the mediators' })).toBeInViewport()
})
