import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Pathmark } from './application.ts'
import { expect, test } from './application.ts'
import { painted, selectByMouse } from './article-words.ts'

const FIRST = 'They renew themselves'
const SECOND = 'several paths of differentiation'
const CONFLICT = "notes (Anna's conflicted copy 2026-11-22).json"
const OTHER = 'bbbbbbbb'

interface StoredNotes {
  readonly annotations: readonly Record<string, unknown>[]
}

const documentFolder = ({ library }: Pathmark): string => {
  const documents = join(library, 'documents')
  const [id = ''] = readdirSync(documents)
  return join(documents, id)
}

const saved = (page: Page) => expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()

/** What another computer made of the notes that it had from here: it wrote a note on each mark. */
const writtenElsewhere = (path: string): string => {
  const { checksum: _checksum, ...notes } = JSON.parse(readFileSync(path, 'utf8')) as StoredNotes & { checksum: string }
  const annotations = notes.annotations.map(annotation => ({
    ...annotation,
    motivation: ['highlighting', 'commenting'],
    modified: '1999-01-01T00:00:00.000Z',
    'pathmark:version': 2,
    'pathmark:edits': { seen: { [OTHER]: 1 }, fields: { life: `${OTHER}:1`, note: `${OTHER}:1` } },
    body: [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Written on the other computer.' },
    ],
  }))
  return JSON.stringify({ ...notes, annotations })
}

test('what another computer wrote appears when the reader comes back to the window, and nothing of here is lost', async ({
  pathmark,
}) => {
  const running = await pathmark.start()
  const { page } = running
  await selectByMouse(page, FIRST)
  await page.keyboard.press('1')
  await saved(page)
  const folder = documentFolder(pathmark)
  const fromElsewhere = writtenElsewhere(join(folder, 'notes.json'))
  await selectByMouse(page, SECOND)
  await page.keyboard.press('2')
  await saved(page)

  writeFileSync(join(folder, CONFLICT), fromElsewhere, { mode: 0o600 })
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.locator('library-banner')).toContainText(
    `A sync program left “${CONFLICT}”, a copy of notes.json, and it was united with what is here. One annotation came from it.`,
  )
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.getByRole('tabpanel', { name: /Notes/ })).toContainText('Written on the other computer.')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual([FIRST])
  await expect.poll(() => painted(page, 'highlight-green')).toEqual([SECOND])
  expect(readdirSync(folder)).not.toContain(CONFLICT)

  await pathmark.close(running)
  const { annotations } = JSON.parse(readFileSync(join(folder, 'notes.json'), 'utf8')) as StoredNotes
  expect(annotations).toHaveLength(2)
  expect(JSON.stringify(annotations)).toContain('Written on the other computer.')
})
