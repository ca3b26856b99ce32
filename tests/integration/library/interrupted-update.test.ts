import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { faultyDisk } from '../store/faulty-disk.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { readWhole, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'
import { firstCopy, markedWords, secondCopy } from './two-copies.ts'

const newFolder = temporaryFolders()

/** A folder with a library that holds the first copy, marked, and is closed; beside it the second copy. */
const makeFolder = async (): Promise<{ readonly root: string; readonly id: string }> => {
  const root = await newFolder()
  const setUp = await setUpLibrary(root)
  const [first, second] = [join(root, 'first.html'), join(root, 'second.html')]
  await writeFile(first, firstCopy)
  await writeFile(second, secondCopy)
  const library = await setUp.opened()
  const imported = await library.importFile(first)
  const id = imported.ok ? imported.value.entry.id : ''
  const read = await library.readArticle(id)
  if (!read.ok) throw new Error(read.error.message)
  const start = read.value.article.text.indexOf(markedWords.edited)
  const span = { start, end: start + markedWords.edited.length }
  const what = { id: crypto.randomUUID(), now: '2026-11-22T12:00:00.000Z', style: 'highlight', color: 'blue' } as const
  await library.saveNotes(id, [makeAnnotation(read.value.article, span, what)], null)
  await library.close()
  return { root, id }
}

let made: Awaited<ReturnType<typeof makeFolder>>
beforeEach(async () => void (made = await makeFolder()))

/** A copy of that folder, which costs less than to make it again for each step. */
const prepare = async () => {
  const root = await newFolder()
  await cp(made.root, root, { recursive: true })
  return { setUp: await setUpLibrary(root), id: made.id, second: join(root, 'second.html') }
}

/** Which copy the library shows; fails unless text, marks, report and list all speak of the same one. */
const stateOf = async (library: OpenLibrary, id: string): Promise<'old' | 'new'> => {
  const read = await readWhole(library, id)
  if (!read.ok) throw new Error(read.error.message)
  const { article, annotations, found, update } = read.value
  const state = article.text.includes('only the newer copy') ? 'new' : 'old'
  const [annotation] = annotations
  const { position, quote } = annotation?.selectors ?? { position: { start: 0, end: 0 }, quote: { exact: 'no mark' } }
  expect(article.text.slice(position.start, position.end)).toBe(quote.exact)
  expect(annotation?.madeOn).toBe(state === 'new' ? markedWords.edited : undefined)
  expect(update === null).toBe(state === 'old')
  for (const { passage } of found.mechanisms) {
    expect(article.text.slice(passage.start, passage.end)).toBe(passage.quote)
  }
  if (library.writable) {
    expect(library.documents().find(entry => entry.id === id)?.sourceHash).toBe(article.provenance.sourceHash)
  }
  return state
}

const update = async (setUp: LibrarySetUp, id: string, path: string, disk: ReturnType<typeof faultyDisk>) => {
  const library = await setUp.opened({ disk })
  const outcome = await library.updateFile(id, path)
  const seen = await stateOf(library, id).catch((error: unknown) => error)
  await library.close()
  return { outcome, seen }
}

it.each(['power-cut', 'ENOSPC', 'EIO'])(
  'an update that is stopped by %s at any step leaves the old or the new copy whole, and can be done again',
  async code => {
    const whole = await prepare()
    const steps = faultyDisk(null)
    await update(whole.setUp, whole.id, whole.second, steps)
    const states = new Set<string>()
    for (let at = 0; at < steps.done.length; at += 1) {
      const { setUp, id, second } = await prepare()
      const { outcome } = await update(setUp, id, second, faultyDisk({ at, code }))

      const reader = await setUp.opened({ write: false, create: false })
      const read = await stateOf(reader, id)
      await reader.close()
      const library = await setUp.opened()
      const state = await stateOf(library, id)
      expect(state).toBe(read)
      expect(outcome.ok).toBe(state === 'new')
      states.add(state)

      const again = await library.updateFile(id, second)
      expect(again).toMatchObject({ ok: true, value: { status: state === 'new' ? 'unchanged' : 'updated' } })
      expect(await stateOf(library, id)).toBe('new')
      expect(await library.undoUpdate(id)).toMatchObject({ ok: true })
      expect(await stateOf(library, id)).toBe('old')
      await library.close()
    }
    expect(states).toEqual(new Set(['old', 'new']))
  },
  360_000,
)
