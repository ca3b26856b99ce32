import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './application.ts'
import { selectByMouse } from './article-words.ts'

const EXPECTED = join(import.meta.dirname, '../fixtures/export/annotated-article.md')

/** What differs from run to run: dates and the ids of marks. */
const settled = (markdown: string): string =>
  markdown
    .replaceAll(/^(added|exported): .*$/gm, '$1: <date>')
    .replaceAll(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, '<mark>')

test('the export holds marks, notes, cards and evidence as the reviewed file does', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const notes = page.getByRole('tabpanel', { name: /Notes/ })
  const write = async (note: string): Promise<void> => {
    await page.keyboard.press('n')
    const field = notes.locator('textarea')
    await field.fill(note)
    await field.press('Control+Enter')
    await expect(field).toHaveCount(0)
  }
  await selectByMouse(page, 'They lower the mediators IL-1 and IL-17, whereas')
  await page.keyboard.press('1')
  await write('Two **down** & one up <b>not bold</b>\n\n# not a heading of the file\n\n- [ ] compare with others')
  await selectByMouse(page, 'hypersensitivity to heat')
  await page.keyboard.press('5')
  await page.keyboard.press('t')
  await page.keyboard.type('symptom')
  await page.keyboard.press('Enter')
  await selectByMouse(page, 'several paths of differentiation')
  await page.keyboard.press('u')
  await page.getByRole('tab', { name: /Mechanisms/ }).click()
  await page.getByRole('button', { name: 'Accept: Antioxidant defence' }).click()
  await page.getByRole('button', { name: 'Reject: Directed migration and homing' }).click()

  const file = join(pathmark.folder, 'notes.md')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, file)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(/notes\.md/).first()).toBeVisible()
  expect(settled(readFileSync(file, 'utf8'))).toBe(readFileSync(EXPECTED, 'utf8'))
})

test('a cancelled export writes nothing, and one that cannot be written says so', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await page.keyboard.press('Control+e')
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    },
    join(pathmark.folder, 'not', 'there', 'notes.md'),
  )
  await page.getByRole('button', { name: 'Export as Markdown' }).click()
  await expect(
    page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /notes\.md|folder|written|saved/i })
      .first(),
  ).toBeVisible()
})

test('a file that is there is replaced only when the reader says so, and a link is not followed', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  const file = join(pathmark.folder, 'notes.md')
  writeFileSync(file, 'the reader’s own')
  symlinkSync(file, join(pathmark.folder, 'linked.md'))
  /** The dialog's answers: the name that the reader types, and whether to replace. */
  const answerWith = (name: string, response: number): Promise<void> =>
    app.evaluate(
      ({ dialog }, answers) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.path })
        dialog.showMessageBox = async () => ({ response: answers.response, checkboxChecked: false })
      },
      { path: join(pathmark.folder, name), response },
    )
  // The dialog asked about “notes”; the program adds the extension, and then asks itself.
  await answerWith('notes', 0)
  await page.keyboard.press('Control+e')
  await answerWith('linked.md', 1)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(/linked\.md.*is a link to another place/).first()).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe('the reader’s own')
  await answerWith('notes', 1)
  await page.keyboard.press('Control+e')
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('# Stem cells')
})
