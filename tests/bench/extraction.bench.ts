import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeBenchmarkSection } from './benchmark-page.ts'
import { extractors, OURS } from './extraction/extractors.ts'
import { pagesIn } from './extraction/page-case.ts'
import { compareOn, meanRecall, pageTableOf, saidTableOf, tableOf } from './extraction/report.ts'

/**
 * The project's own pages, and the folders of a folder of others, which are not part of the repository. Those held out, each third by name, are
 * for measuring alone: no rule is fitted to them, and of the later ones not even the figures of each page are written down.
 */
const FIXTURES = resolve('tests/fixtures')
const MORE_HELD_OUT = join(FIXTURES, 'pages-of-more-kinds-held-out')
const OTHERS = process.env['PATHMARK_PAGES']

const folders = (): readonly (readonly [string, string])[] => [
  ['own pages', join(FIXTURES, 'pages')],
  ['own pages by kinds of sites, development', join(FIXTURES, 'pages-of-kinds')],
  ['own pages by kinds of sites, held out', join(FIXTURES, 'pages-held-out')],
  ['own pages by more kinds of sites, development', join(FIXTURES, 'pages-of-more-kinds')],
  ['own pages by more kinds of sites, held out', MORE_HELD_OUT],
  ...(OTHERS === undefined
    ? []
    : readdirSync(OTHERS)
        .toSorted()
        .map(name => [name, join(OTHERS, name)] as const)),
]

test('articles found in pages', async () => {
  test.setTimeout(60 * 60_000)
  const parts: string[] = [extractors.map(({ name, how }) => `- **${name}**: ${how}`).join('\n')]
  for (const [kind, folder] of folders()) {
    const pages = pagesIn(folder)
    if (pages.length === 0) continue
    const rows = await compareOn(pages)
    parts.push(`### ${kind}: ${pages.length} pages`, tableOf(rows))
    const said = saidTableOf(rows, pages)
    if (said !== null) parts.push('What the pages say of themselves:', said)
    if (folder.startsWith(FIXTURES) && folder !== MORE_HELD_OUT)
      parts.push('Recall · precision · F1 of each:', pageTableOf(rows, pages))
    const ours = Math.max(...rows.filter(({ name }) => name === OURS).map(meanRecall))
    for (const { name, failed } of rows)
      expect(failed, `${kind}: ${name} failed on all pages, which is no measurement`).toBeLessThan(pages.length)
    for (const row of rows)
      expect.soft(ours, `${kind}: less complete than ${row.name}`).toBeGreaterThanOrEqual(meanRecall(row))
  }
  writeBenchmarkSection('Finding the article of a page', `Node ${process.versions.node}`, parts.join('\n\n'))
})
