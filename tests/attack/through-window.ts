import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash, randomUUID } from 'node:crypto'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { AttackString } from './collection.ts'
import { oneOfEach } from './collection.ts'
import { hostilePage } from './hostile-page.ts'
import type { WatchedWindow } from './watch-window.ts'

const NOW = '2026-01-02T03:04:05.000Z'
/** A text as a file or a message can hold it: without halves of characters. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

const TITLE = 'A page that means no good'

/** Handed to a page: whether what follows the text in a page is still what it was, rather than swallowed by it. */
const keepWhatFollows = (texts: readonly string[]): readonly boolean[] =>
  texts.map(text => {
    const parsed = new DOMParser().parseFromString(`<div>${text}</div><hr class="end">`, 'text/html')
    return parsed.querySelector('.end')?.parentElement === parsed.body
  })

/** The strings that can stand in one page beside others. `page` is one without walls. */
export const companionable = async (page: Page, strings: readonly AttackString[]): Promise<readonly AttackString[]> => {
  const kept = await page.evaluate(
    keepWhatFollows,
    strings.map(({ text }) => text),
  )
  return strings.filter((_, index) => kept[index] === true)
}

/** A name that a file may have. */
const fileName = (text: string): string => wellFormed(text.replaceAll(/[/\0]/g, '_').slice(0, 60))

interface Sinks {
  readonly app: ElectronApplication
  readonly page: Page
  readonly watched: WatchedWindow
  /** An empty folder. */
  readonly folder: string
  readonly strings: readonly AttackString[]
}

const choose = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] })
  }, paths)

/** Ids of the library's documents, the latest last. */
const documentIds = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { pathmark } = globalThis as unknown as {
      pathmark: { call(name: string): Promise<{ value: { documents: readonly { id: string }[] } }> }
    }
    return (await pathmark.call('library.state')).value.documents.map(({ id }) => id)
  })

const importChosen = async ({ app, page }: Sinks, paths: readonly string[]): Promise<void> => {
  await choose(app, paths)
  await page.keyboard.press('Control+o')
}

/** The document that comes into the library, once its import is over: another would not begin before. */
const newDocument = async (page: Page, known: readonly string[]): Promise<string> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const id = (await documentIds(page)).find(one => !known.includes(one))
    if (id !== undefined) {
      await page.locator('.notice.importing').waitFor({ state: 'detached' })
      return id
    }
    await page.waitForTimeout(100)
  }
  throw new Error('The page with the strings was not imported.')
}

/** Imports a page that holds every string, from a file whose name is one, and files that cannot be imported, named after others. */
const importHostile = async (sinks: Sinks, raw: readonly AttackString[]): Promise<string> => {
  const { page, folder, strings } = sinks
  mkdirSync(folder, { recursive: true })
  const path = join(folder, '<img src=x: onerror=pwned(0)>.html')
  writeFileSync(path, hostilePage(strings, raw))
  // A few are enough: each import takes a process of its own.
  const others = oneOfEach(strings)
    .filter(({ text }) => text.startsWith('<'))
    .slice(0, 3)
    .map(({ text, number }) => join(folder, `${number} ${fileName(text)}`))
  for (const other of others) writeFileSync(other, Buffer.from([0, 1, 2, 3]))
  // What was shown before may have left the keyboard in a field or a dialog.
  await page.reload()
  await page.locator('#article *').first().waitFor({ state: 'attached' })
  const known = await documentIds(page)
  await importChosen(sinks, [path])
  const id = await newDocument(page, known)
  if (others.length === 0) return id
  await importChosen(sinks, others)
  await page
    .getByText(/is nothing that Pathmark can import/)
    .first()
    .waitFor({ state: 'attached', timeout: 40_000 })
  return id
}

const annotationOf = ({ text }: AttackString, offset: number): Annotation => ({
  id: randomUUID(),
  created: NOW,
  modified: NOW,
  version: 1,
  style: 'highlight',
  color: 'yellow',
  note: wellFormed(text),
  tags: [wellFormed(text.slice(0, 200))],
  selectors: {
    quote: { exact: TITLE, prefix: wellFormed(text.slice(0, 32)), suffix: '' },
    position: { start: offset, end: offset + TITLE.length },
  },
})

/** Gives the open article a note, a tag and a card for every string, and the library a name; then the page is loaded anew. */
const keepRecords = async ({ page, strings }: Sinks, id: string): Promise<readonly string[]> => {
  const passage = { start: 0, end: TITLE.length, quote: TITLE }
  const record = () => ({ id: randomUUID(), created: NOW, modified: NOW, version: 1 })
  const cards = strings.map(({ text }) => ({
    ...record(),
    decision: 'added',
    card: null,
    content: {
      title: wellFormed(text),
      consequence: wellFormed(text),
      passage,
      effects: [
        {
          id: 'e1',
          agent: wellFormed(text),
          direction: 'increases',
          target: wellFormed(text),
          negated: false,
          hedged: false,
          passage,
        },
      ],
    },
  }))
  const names = strings
    .map(({ text }) => wellFormed(text.trim().slice(0, 200)).trim())
    .filter(name => name !== '')
    .map(name => ({ ...record(), name, type: 'chemical', synonyms: [] }))
  const pageNote = {
    value: wellFormed(strings.map(({ text }) => text).join('\n\n')),
    modified: NOW,
    version: 1,
  }
  const asked = [
    ['notes.save', { id, annotations: strings.map(annotationOf), pageNote }],
    ['cards.save', { id, cards }],
    ['names.save', { names }],
  ] as const
  const answers = await page.evaluate(async calls => {
    const { pathmark } = globalThis as unknown as {
      pathmark: { call(name: string, payload: unknown): Promise<unknown> }
    }
    const all: unknown[] = []
    for (const [name, payload] of calls) all.push(await pathmark.call(name, payload))
    return all
  }, asked)
  await page.reload()
  await page.locator('#article p').first().waitFor()
  return answers.flatMap((answer, index) =>
    (answer as { ok: boolean }).ok
      ? []
      : [`${asked[index]?.[0] ?? ''} was refused: ${JSON.stringify(answer).slice(0, 300)}`],
  )
}

/** Types and pastes all strings wherever text can be typed. */
const paste = async ({ app, page, strings }: Sinks): Promise<void> => {
  const text = strings.map(string => string.text).join('\n')
  await app.evaluate(
    ({ clipboard }, { html, plain }) => {
      const both = clipboard as unknown as { write(content: { html: string; text: string }): void }
      both.write({ html, text: plain })
    },
    { html: text, plain: text },
  )
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await page.getByRole('button', { name: 'Edit the note on the whole article' }).click()
  const note = page.locator('page-note textarea')
  await note.press('Control+End')
  await note.press('Control+v')
  await note.press('Control+Enter')
  await note.waitFor({ state: 'detached' })
  await page.keyboard.press('F8')
  await page.getByPlaceholder(/Any name/).fill(text.slice(0, 500).replaceAll('\n', ' '))
  await page.keyboard.press('F8')
}

/** Shows every string as a note in the element that shows notes. */
const showAsNotes = async ({ page, strings }: Sinks): Promise<void> => {
  await page.evaluate(
    async texts => {
      const box = document.createElement('div')
      box.id = 'all-notes'
      for (const text of texts) box.append(Object.assign(document.createElement('markdown-text'), { source: text }))
      document.body.append(box)
      await Promise.all(
        [...box.children].map(child => (child as unknown as { updateComplete: Promise<unknown> }).updateComplete),
      )
    },
    strings.map(({ text }) => text),
  )
}

/** Puts content that no importer has seen into a document of a library, as someone could who can write its files. */
const tamper = (library: string, id: string, html: string): void => {
  const folder = join(library, 'documents', id)
  const { checksum: _, ...article } = JSON.parse(readFileSync(join(folder, 'article.json'), 'utf8')) as Record<
    string,
    unknown
  >
  writeFileSync(join(folder, 'article.html'), html)
  const htmlHash = createHash('sha256').update(html).digest('hex')
  writeFileSync(join(folder, 'article.json'), JSON.stringify({ ...article, htmlHash }))
}

/** Shows the article as it is on the disk now. */
const showAgain = async ({ app, page }: Sinks, id: string): Promise<void> => {
  await page.reload()
  await page.locator('#article *').first().waitFor({ state: 'attached' })
  await app.evaluate(
    ({ BrowserWindow }, link) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('pathmark:event', 'article.show', link),
    { id, annotation: null },
  )
}

/** Takes every string through every place of the window that shows text, but for content that no importer has seen. */
export const throughWindow = async (
  sinks: Sinks,
  library: string,
  raw: readonly AttackString[],
): Promise<{ readonly document: string; readonly refused: readonly string[] }> => {
  const { page, watched } = sinks
  const id = await importHostile(sinks, raw)
  await watched.look('after the import', '#article')
  const refused = await keepRecords(sinks, id)
  for (const name of ['Outline', 'Library', 'Mechanisms', 'Notes', 'Evidence']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
    await watched.look(name, '#article, note-card, page-note, outline-view')
  }
  await paste(sinks)
  await watched.look('after pasting', '#article, page-note')
  await showAsNotes(sinks)
  await watched.look('as notes', '#all-notes')
  tamper(library, id, raw.map(({ text }) => `<div>${text}</div>`).join('\n'))
  await showAgain(sinks, id)
  await watched.look('as changed content', '#article')
  return { document: id, refused }
}

/** Shows strings as the whole content of an article, one after the other, without an importer having seen them. */
export const throughContent = async (sinks: Sinks, library: string, id: string): Promise<void> => {
  for (const { text, number } of sinks.strings) {
    tamper(library, id, `<p data-block="b1">x</p>${text}`)
    await showAgain(sinks, id)
    await sinks.watched.look(`content ${number}`, '#article')
  }
}
