import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import { changeNote } from '#core/annotation/edit-annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { readWhole, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'
import { firstCopy, markedWords, secondCopy } from './two-copies.ts'

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
let paths = { first: '', second: '' }

beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  paths = { first: join(root, 'first.html'), second: join(root, 'second.html') }
  await writeFile(paths.first, firstCopy)
  await writeFile(paths.second, secondCopy)
  library = await setUp.opened()
  const imported = await library.importFile(paths.first)
  if (!imported.ok) throw new Error(imported.error.message)
  id = imported.value.entry.id
})
afterEach(() => library.close())

const value = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

const mark = async (words: string, note = ''): Promise<Annotation> => {
  const { article } = await value(library.readArticle(id))
  const start = article.text.indexOf(words)
  if (start === -1) throw new Error(`Not in the text: ${words}`)
  const what = {
    id: crypto.randomUUID(),
    now: '2026-11-22T12:00:00.000Z',
    style: 'highlight',
    color: 'green',
    note,
  } as const
  const annotation = makeAnnotation(article, { start, end: start + words.length }, what)
  await value(library.saveNotes(id, [annotation], null))
  return annotation
}

const markAll = async () => {
  const marks: Record<string, Annotation> = {}
  for (const [name, words] of Object.entries(markedWords)) marks[name] = await mark(words)
  return marks
}

const opened = () => value(readWhole(library, id))

const quoteOf = async (annotation: Annotation | undefined): Promise<Annotation | undefined> =>
  (await opened()).annotations.find(({ id: other }) => other === annotation?.id)

const reopen = async () => {
  await library.close()
  library = await setUp.opened()
}

const problems = async () => {
  const checked = await checkLibrary({
    folder: setUp.folder,
    repair: false,
    resources: join(root, 'resources'),
    program: 'pathmark 0.1.0',
    now: () => '2026-11-22T12:00:00.000Z',
  })
  return checked.ok ? checked.value.problems : checked.error
}

describe('a newer copy that takes an article’s place', () => {
  it('takes every mark to its passage, or says why not', async () => {
    const marks = await markAll()
    const outcome = await value(library.updateFile(id, paths.second))
    const verdicts = Object.fromEntries(
      Object.entries(marks).map(([name, annotation]) => [
        name,
        outcome.report?.annotations.find(entry => entry.id === annotation.id)?.verdict.status,
      ]),
    )
    expect(verdicts).toEqual({
      kept: 'moved',
      moved: 'moved',
      edited: 'changed',
      deleted: 'orphaned',
      flipped: 'orphaned',
    })
    const { article, annotations } = await opened()
    for (const name of ['kept', 'moved', 'edited']) {
      const found = annotations.find(annotation => annotation.id === marks[name]?.id)
      const { position, quote } = found?.selectors ?? { position: { start: 0, end: 0 }, quote: null }
      expect(article.text.slice(position.start, position.end)).toBe(quote?.exact)
    }
    expect(await quoteOf(marks['edited'])).toMatchObject({ version: 2, madeOn: markedWords.edited })
    expect(await quoteOf(marks['deleted'])).toEqual(marks['deleted'])
    expect(await quoteOf(marks['flipped'])).toEqual(marks['flipped'])
  })

  it('keeps id, time and place in the list, and is known again under both files', async () => {
    const before = library.documents().find(entry => entry.id === id)
    await value(library.updateFile(id, paths.second))
    await reopen()
    expect(library.documents()).toHaveLength(2)
    expect(library.documents()[1]).toMatchObject({ id, added: before?.added, otherSources: [before?.sourceHash] })
    for (const path of [paths.first, paths.second]) {
      expect(await value(library.importFile(path))).toMatchObject({ status: 'duplicate', entry: { id } })
    }
    expect(await problems()).toEqual([])
  })

  it('leaves the reader at the words where the reading stopped', async () => {
    const before = await value(library.readArticle(id))
    const offset = before.article.text.indexOf(markedWords.moved)
    await value(library.savePosition(id, { offset, progress: 0.5 }))
    await value(library.updateFile(id, paths.second))
    const after = await value(library.readArticle(id))
    expect(library.documents()[1]?.position.offset).toBe(after.article.text.indexOf(markedWords.moved))
  })

  it('is not brought in when it is the file that is read', async () => {
    expect(await value(library.updateFile(id, paths.first))).toMatchObject({ status: 'unchanged', report: null })
    expect(await readdir(join(setUp.folder, 'documents', id))).not.toContain('versions.json')
  })

  it('is offered rather than imported when the reader is to be asked, and told otherwise', async () => {
    expect(await value(library.importFile(paths.second, { offerUpdate: true }))).toMatchObject({
      status: 'newer-copy',
      entry: { id },
    })
    expect(library.documents()).toHaveLength(2)
    expect(await value(library.importFile(paths.second))).toMatchObject({ status: 'imported', olderCopy: { id } })
    expect(library.documents()).toHaveLength(3)
  })

  it('shows its report until the reader has done with it, also after a restart', async () => {
    await markAll()
    const { report } = await value(library.updateFile(id, paths.second))
    await reopen()
    expect((await opened()).update).toEqual(report)
    await value(library.closeReport(id))
    await reopen()
    expect((await opened()).update).toBeNull()
    expect(await value(library.readReport(id))).toEqual({ report, open: false })
  })
})

describe('an update that is taken back', () => {
  it('leaves everything as it was, and nothing but versions grows', async () => {
    const marks = await markAll()
    const before = await opened()
    await value(library.updateFile(id, paths.second))
    await value(library.undoUpdate(id))
    await reopen()
    const after = await opened()
    expect(after.article).toEqual(before.article)
    expect(after.html).toBe(before.html)
    expect(after.found).toEqual(before.found)
    expect(after.update).toBeNull()
    for (const annotation of Object.values(marks)) {
      const { version, modified: _modified, edits: _edits, ...content } = (await quoteOf(annotation)) ?? annotation
      const { version: first, modified: _first, edits: _before, ...original } = annotation
      expect(content).toEqual(original)
      expect(version).toBeGreaterThanOrEqual(first)
    }
    expect(await problems()).toEqual([])
  })

  it('keeps what the reader wrote in between, and takes new marks to the old text', async () => {
    const marks = await markAll()
    await value(library.updateFile(id, paths.second))
    const edited = await quoteOf(marks['edited'])
    if (!edited) throw new Error('gone')
    await value(library.saveNotes(id, [changeNote(edited, 'Second thoughts', '2026-11-22T14:00:00.000Z')], null))
    const both = await mark('Sleep was not measured in any of the groups')
    const onlyNew = await mark('A whole paragraph that only the newer copy has')
    await value(library.undoUpdate(id))
    const { article } = await opened()
    expect(await quoteOf(edited)).toMatchObject({ note: 'Second thoughts', selectors: marks['edited']?.selectors })
    expect((await quoteOf(edited))?.madeOn).toBeUndefined()
    const position = (await quoteOf(both))?.selectors.position
    expect(article.text.slice(position?.start, position?.end)).toBe('Sleep was not measured in any of the groups')
    expect(await quoteOf(onlyNew)).toEqual(onlyNew)
  })

  it('can be put in place again, with what was attached anew before', async () => {
    const marks = await markAll()
    const { report } = await value(library.updateFile(id, paths.second))
    const updated = await opened()
    await value(library.undoUpdate(id))
    await value(library.redoUpdate(id))
    const again = await opened()
    expect(again.article).toEqual(updated.article)
    expect(again.update).toEqual(report)
    expect(await quoteOf(marks['edited'])).toMatchObject({ madeOn: markedWords.edited })
    expect((await quoteOf(marks['edited']))?.selectors).toEqual(
      updated.annotations.find(annotation => annotation.id === marks['edited']?.id)?.selectors,
    )
    expect(await library.redoUpdate(id)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
  })

  it('is refused when there is none', async () => {
    expect(await library.undoUpdate(id)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
    expect(await library.redoUpdate(id)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
  })
})

describe('cards', () => {
  it('whose passage is gone stay as the reader’s own, with their words, until the update is taken back', async () => {
    const { found } = await opened()
    const [card] = found.mechanisms
    if (!card) throw new Error('The first copy gives no card.')
    const record: ReaderCard = {
      id: crypto.randomUUID(),
      created: '2026-11-22T12:00:00.000Z',
      modified: '2026-11-22T12:00:00.000Z',
      version: 1,
      decision: 'accepted',
      card: card.id,
    }
    await value(library.saveMechanisms(id, { cards: [record], effectDecisions: [] }))
    const without = join(root, 'without.html')
    await writeFile(without, secondCopy.replace(`${markedWords.kept}, so that pain eases.`, 'It was taken out here.'))
    await value(library.updateFile(id, without))
    const { cards, update } = await opened()
    expect(update?.cards).toMatchObject([{ id: record.id, title: card.title, quote: card.passage.quote }])
    expect(cards).toMatchObject([
      { decision: 'added', card: null, content: { title: card.title, passage: { quote: card.passage.quote } } },
    ])
    expect(cards[0]?.content?.passage.lost).toBeDefined()
    await value(library.undoUpdate(id))
    const [back] = (await opened()).cards
    expect(back).toMatchObject({ decision: 'accepted', card: card.id })
    expect(back?.content).toBeUndefined()
  })
})

it('keeps both versions on the disk, whole', async () => {
  await markAll()
  await value(library.updateFile(id, paths.second))
  const inVersion = (number: number, name: string) =>
    readFile(join(setUp.folder, 'documents', id, 'versions', String(number), name), 'utf8')
  expect(await inVersion(1, 'source.html')).toBe(firstCopy)
  expect(await inVersion(2, 'source.html')).toBe(secondCopy)
  expect(await readFile(join(setUp.folder, 'documents', id, 'source.html'), 'utf8')).toBe(secondCopy)
})
