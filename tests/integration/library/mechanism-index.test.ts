import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { indexFile } from '#library/mechanism-index/index-file.ts'
import { MechanismIndex } from '#library/mechanism-index/mechanism-index.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
  id = onlyDocument(library)
})
afterEach(() => library.close())

/** The index as it is now, and how many documents had to be read for it. */
const refresh = async (index: MechanismIndex) => {
  let read = 0
  const fresh = await index.refresh((_done, total) => {
    read = total
  })
  if (!fresh.ok) throw new Error(fresh.error.message)
  const { groups } = groupEffects(fresh.value.index, wholeLibrary)
  return { read, failures: fresh.value.failures, names: groups.map(({ name }) => name), groups }
}

const rejecting = (card: string): ReaderCard => ({
  id: crypto.randomUUID(),
  created: '2026-11-22T10:00:00.000Z',
  modified: '2026-11-22T10:00:00.000Z',
  version: 1,
  decision: 'rejected',
  card,
})

describe('the index of a library', () => {
  it('says what the documents say', async () => {
    const { names, read } = await refresh(new MechanismIndex(library))
    expect(read).toBe(1)
    expect(names).toEqual(expect.arrayContaining(['IL-10', 'IL-1']))
  })

  it('reads again only what has changed, and follows what the reader decides', async () => {
    const index = new MechanismIndex(library)
    const before = await refresh(index)
    expect((await refresh(index)).read).toBe(0)
    const kept = await library.readMechanisms(id)
    if (!kept.ok) throw new Error(kept.error.message)
    const saved = await library.saveMechanisms(id, {
      cards: kept.value.found.mechanisms.map(card => rejecting(card.id)),
      effectDecisions: [],
    })
    expect(saved.ok).toBe(true)
    const after = await refresh(index)
    expect(after.read).toBe(1)
    expect(after.names.length).toBeLessThan(before.names.length)
  })

  it('has a new document as soon as it is imported', async () => {
    const index = new MechanismIndex(library)
    await refresh(index)
    const path = join(root, 'other.html')
    await writeFile(
      path,
      '<html lang="en"><title>Other</title><article><h1>Other</h1><p>Stem cells decrease IL-10.</p></article></html>',
    )
    expect((await library.importFile(path)).ok).toBe(true)
    const { groups, read } = await refresh(index)
    expect(read).toBe(1)
    expect(groups.find(({ name }) => name === 'IL-10')).toMatchObject({ articles: 2, verdict: 'contradicted' })
  })

  it('is kept for the next time, and made anew when the copy is gone or damaged', async () => {
    const index = new MechanismIndex(library)
    const first = await refresh(index)
    await index.close()
    expect(await refresh(new MechanismIndex(library))).toMatchObject({ read: 0, names: first.names })
    const copy = await readFile(indexFile(library.path), 'utf8')
    for (const damaged of [
      '',
      '{',
      copy.replace('"format":1', '"format":99'),
      copy.replaceAll('"target"', '"other"'),
    ]) {
      await writeFile(indexFile(library.path), damaged)
      expect(await refresh(new MechanismIndex(library))).toMatchObject({ read: 1, names: first.names })
    }
    await rm(indexFile(library.path))
    expect((await refresh(new MechanismIndex(library))).names).toEqual(first.names)
  })

  it('writes nothing into a library that can only be read', async () => {
    await library.close()
    library = await setUp.opened({ write: false })
    const index = new MechanismIndex(library)
    await refresh(index)
    await index.close()
    await expect(readFile(indexFile(library.path))).rejects.toThrow('ENOENT')
  })

  it('names a document that cannot be read, and has the others', async () => {
    await writeFile(join(library.path, 'documents', id, 'mechanisms.json'), '{')
    const { failures, names } = await refresh(new MechanismIndex(library))
    expect(failures).toEqual([expect.stringMatching(/How IL-10 calms a nerve.*damaged/)])
    expect(names).toEqual([])
  })
})
