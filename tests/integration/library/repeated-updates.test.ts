import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { makeNewer } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { anotherPage, readWhole, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'
import { firstCopy, markedWords, secondCopy } from './two-copies.ts'

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''

beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
  id = await imported(firstCopy)
})
afterEach(() => library.close())

const value = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

const fileOf = async (content: string): Promise<string> => {
  const path = join(root, `${crypto.randomUUID()}.html`)
  await writeFile(path, content)
  return path
}
const imported = async (content: string): Promise<string> =>
  (await value(library.importFile(await fileOf(content)))).entry.id

const updateTo = async (content: string) => value(library.updateFile(id, await fileOf(content)))

const opened = () => value(readWhole(library, id))

/** Marks each of these words where they stand first. */
const mark = async (list: readonly string[]): Promise<Annotation[]> => {
  const { article } = await opened()
  const annotations = list.map(words => {
    const start = article.text.indexOf(words)
    if (start === -1) throw new Error(`Not in the text: ${words}`)
    const what = {
      id: crypto.randomUUID(),
      now: '2026-11-22T12:00:00.000Z',
      style: 'highlight',
      color: 'pink',
    } as const
    return makeAnnotation(article, { start, end: start + words.length }, what)
  })
  await value(library.saveNotes(id, annotations, null))
  return annotations
}

/** The words that the marks stand on now, in the order of the alphabet. */
const quotes = async (): Promise<string[]> => {
  const { annotations } = await opened()
  return annotations.map(({ selectors }) => selectors.quote.exact).toSorted()
}

it('two updates are taken back one after the other, and put in place again', async () => {
  await mark([markedWords.moved, markedWords.edited])
  const thirdCopy = secondCopy.replace('walked evenly again', 'walked quite evenly again')
  const texts = [(await opened()).article.text]
  const marked = [await quotes()]
  for (const copy of [secondCopy, thirdCopy]) {
    expect(await updateTo(copy)).toMatchObject({ status: 'updated' })
    texts.push((await opened()).article.text)
    marked.push(await quotes())
  }
  expect(marked[2]?.join()).toContain('quite evenly')
  for (const at of [1, 0]) {
    await value(library.undoUpdate(id))
    expect((await opened()).article.text).toBe(texts[at])
    expect(await quotes()).toEqual(marked[at])
  }
  expect(await library.undoUpdate(id)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
  for (const at of [1, 2]) {
    await value(library.redoUpdate(id))
    expect((await opened()).article.text).toBe(texts[at])
    expect(await quotes()).toEqual(marked[at])
  }
  expect(await library.redoUpdate(id)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
})

it('the same bytes again change nothing, also when they are those of the version before', async () => {
  expect(await updateTo(firstCopy)).toMatchObject({ status: 'unchanged', report: null })
  await updateTo(secondCopy)
  const before = await opened()
  expect(await updateTo(secondCopy)).toMatchObject({ status: 'unchanged' })
  expect(await opened()).toEqual(before)
  expect(await updateTo(firstCopy)).toMatchObject({ status: 'updated', report: { version: 3 } })
  expect((await opened()).article.text).toContain(markedWords.deleted)
})

it('an update to a wholly different article loses no mark: all are told as gone, and back after undo', async () => {
  const marks = await mark(Object.values(markedWords))
  const before = await opened()
  const { report } = await updateTo(anotherPage)
  expect(report?.annotations.map(({ verdict }) => verdict.status)).toEqual(marks.map(() => 'orphaned'))
  expect((await opened()).annotations).toEqual(before.annotations)
  await value(library.undoUpdate(id))
  expect(await opened()).toMatchObject({ article: before.article, annotations: before.annotations })
})

it('three hundred marks are each told once, in the order of the text, and are still there after a restart', async () => {
  const sentence = (at: number): string =>
    `Animal ${at} of the ${at % 2 === 0 ? 'treated' : 'control'} group was weighed on day ${at + 3}.`
  const paragraphs = Array.from({ length: 300 }, (_, at) => `<p>${sentence(at)}</p>`)
  const page = (list: readonly string[]): string => firstCopy.replace('</article>', `${list.join('\n')}</article>`)
  id = await imported(page(paragraphs))
  await mark(paragraphs.map((_, at) => sentence(at).slice(0, -1)))
  const changed = paragraphs.map((text, at) => (at % 10 === 0 ? text.replace('weighed', 'measured and weighed') : text))
  const { report } = await updateTo(page(['<p>A new first paragraph of this part.</p>', ...changed]))
  const told = report?.annotations ?? []
  expect(told).toHaveLength(300)
  expect(new Set(told.map(entry => entry.id)).size).toBe(300)
  expect(told.map(({ quote }) => quote.exact)).toEqual(paragraphs.map((_, at) => sentence(at).slice(0, -1)))
  expect(told.map(({ verdict }) => verdict.status)).toEqual(
    paragraphs.map((_, at) => (at % 10 === 0 ? 'changed' : 'moved')),
  )
  await library.close()
  library = await setUp.opened()
  const { update, annotations, article } = await opened()
  expect(update).toEqual(report)
  for (const { selectors } of annotations) {
    const { position, quote } = selectors
    expect(article.text.slice(position.start, position.end)).toBe(quote.exact)
  }
})

it('notes that a newer program wrote keep the article from being updated, and stay as they are', async () => {
  await mark([markedWords.moved])
  await library.close()
  const path = join(setUp.folder, 'documents', id, 'notes.json')
  const newer = await makeNewer(path)
  library = await setUp.opened()
  const refused = await library.updateFile(id, await fileOf(secondCopy))
  expect(refused.ok ? '' : refused.error.message).toContain('newer version of Pathmark')
  expect((await opened()).article.text).toContain(markedWords.deleted)
  expect(await readFile(path, 'utf8')).toBe(newer)
})

it('notes whose file says that it is not to be written are updated as any others, as they are replaced as a whole', async () => {
  await mark([markedWords.moved])
  await chmod(join(setUp.folder, 'documents', id, 'notes.json'), 0o400)
  const { report } = await updateTo(secondCopy)
  expect(report?.annotations).toMatchObject([{ verdict: { status: 'moved' } }])
  await value(library.undoUpdate(id))
  expect(await quotes()).toEqual([markedWords.moved])
})
