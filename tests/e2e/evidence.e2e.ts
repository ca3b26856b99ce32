import { expect, test } from './application.ts'
import { painted } from './article-words.ts'
import { bringIn } from './plain-articles.ts'

test('the evidence tab shows the study, checks its sum, and leads to the passages', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await page.getByRole('tab', { name: 'Evidence' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Evidence' })
  await expect(panel).toContainText(/20\s*\+\s*13\s*\+\s*11\s*\+\s*7\s*\+\s*7\s*=\s*58/)
  await expect(panel).toContainText('51')
  const table = panel.getByRole('table')
  for (const group of [
    'spinal cord injury',
    'stroke',
    'multiple sclerosis',
    'peripheral nerve injury',
    'motor neuron disease',
  ])
    await expect(table.getByRole('row', { name: new RegExp(group, 'i') })).toHaveCount(1)
  await expect(panel.locator('svg rect, svg [aria-label="bar"] *').first()).toBeVisible()
  for (const missing of [/control group/i, /blinding/i, /dose/i, /route/i, /follow-up/i, /pain score/i, /regist/i])
    await expect(panel.getByRole('listitem').filter({ hasText: missing }).first()).toBeVisible()
  await expect(panel.getByText(/headache/i).first()).toBeVisible()
  await expect(panel.getByText(/interpretation/i).first()).toBeVisible()
  await expect(panel.getByText(/names no authors/i).first()).toBeVisible()

  await table
    .getByRole('button', { name: /stroke/i })
    .first()
    .click()
  await expect(page.locator('#article p', { hasText: '58 patients with neurological disease' })).toBeInViewport()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toMatch(/13|stroke/)
})

test('the evidence tab tells how the study was made, each trait leading to its words by mouse and keyboard', async ({
  pathmark,
}) => {
  const page = await bringIn(await pathmark.start(), pathmark.folder, {
    title: 'Curcumin for the worn knee',
    language: 'en',
    parts: [
      [
        'Methods',
        'In this double-blind trial, 80 adults with osteoarthritis of the knee were randomly assigned to curcumin (n = 40) or placebo (n = 40).',
      ],
      ['Results', 'Pain decreased in the curcumin group after 12 weeks. Nausea occurred in three patients.'],
    ],
  })
  await page.getByRole('tab', { name: 'Evidence' }).click()
  const design = page.getByRole('tabpanel', { name: 'Evidence' }).getByRole('region', { name: 'Design' })
  await expect(design.getByRole('listitem')).toHaveText(['randomised', 'double-blind', 'placebo-controlled'])

  await design.getByRole('button', { name: 'randomised' }).click()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toMatch(/randomly assigned/)
  await page.keyboard.press('Tab')
  await expect(design.getByRole('button', { name: 'double-blind' })).toBeFocused()
  await expect.poll(async () => (await painted(page, 'lit')).join(' ')).toMatch(/double-blind/)
})
