import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Running } from './application.ts'
import { expect } from './application.ts'

/** A paragraph each, below its heading; an empty heading for what stands before any. */
export interface PlainArticle {
  readonly title: string
  readonly language: string
  readonly parts: readonly (readonly [heading: string, ...paragraphs: string[]])[]
}

/** A paper such as any other: nothing in it announces a mechanism. */
export const paper: PlainArticle = {
  title: 'Curcumin in sore joints',
  language: 'en',
  parts: [
    ['Introduction', 'Osteoarthritis is common. IL-1β increases pain in the joint.'],
    [
      'Results',
      'Curcumin inhibits COX-2 in the joint. Curcumin may increase IL-10.',
      'iNOS increases oxidative stress. Curcumin inhibits COX-2 in cartilage as well.',
    ],
    ['Discussion', 'Curcumin inhibits COX-2. Larger trials are needed to know more.'],
  ],
}

export const walk: PlainArticle = {
  title: 'A walk along the river',
  language: 'en',
  parts: [['', 'We set out at nine. The weather was fine, and the path was dry.', 'We walked home by the road.']],
}

export const german: PlainArticle = {
  title: 'Der Weg am Fluss',
  language: 'de',
  parts: [
    [
      '',
      'Metformin ist das erste Medikament, das die meisten Menschen mit Diabetes erhalten. Es hemmt die Bildung von Zucker in der Leber und senkt so den Blutzucker.',
      'Wie es genau wirkt, ist noch nicht geklärt, und die Forschung sucht weiter nach einer Antwort auf diese Frage.',
    ],
  ],
}

/** Writes the article into `folder`; returns the file's path. */
const writeArticle = (folder: string, { title, language, parts }: PlainArticle): string => {
  const path = join(folder, `${title.toLowerCase().replace(/\W+/g, '-')}.html`)
  const body = parts.map(
    ([heading, ...paragraphs]) =>
      (heading === '' ? '' : `<h2>${heading}</h2>`) + paragraphs.map(words => `<p>${words}</p>`).join(''),
  )
  writeFileSync(
    path,
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>` +
      `<article><h1>${title}</h1>${body.join('')}</article></html>`,
  )
  return path
}

/** Brings an article in as a reader does, and waits until it can be read. */
export const bringIn = async ({ app, page }: Running, folder: string, article: PlainArticle): Promise<Page> => {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    },
    writeArticle(folder, article),
  )
  await page.keyboard.press('Control+o')
  // A long one is purified piece by piece before it is shown.
  await expect(page.getByRole('heading', { name: article.title, level: 1 })).toBeVisible({ timeout: 60_000 })
  return page
}
