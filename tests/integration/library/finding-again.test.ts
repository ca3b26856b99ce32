import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { aboutEffect } from '#core/mechanism/corrections/about-effect.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { extractorName } from '#core/mechanism/corrections/extractor-version.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import type { Finding } from '#core/mechanism/finding.ts'
import type { Effect, Extraction } from '#core/mechanism/mechanism.ts'
import type { Result } from '#core/result/result.ts'
import { extractHere } from '#library/finding/extract-here.ts'
import type { Extractor } from '#library/finding/extractor.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T12:00:00.000Z'
/** Counts are written behind; on a busy machine that takes its time. */
const POLL = { timeout: 10_000 }
const made = { created: NOW, modified: NOW, version: 1 }

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
const told: Finding[] = []
const finding = (_id: string, state: Finding): void => {
  told.push(state)
}

beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
  id = onlyDocument(library)
  told.length = 0
})
afterEach(() => library.close())

const value = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.message}`)
  return settled.value
}

const path = () => join(setUp.folder, 'documents', id, 'mechanisms.json')
const stored = async (): Promise<Record<string, unknown>> => await readStored<Record<string, unknown>>(path())

const firstEffect = (found: Extraction): Effect => {
  const [effect] = found.effects
  if (!effect) throw new Error('Nothing was found.')
  return effect
}

/** Makes the file as an older extractor might have left it: with other ids, and without what later ones write. */
const makeOld = async (change: (file: Record<string, unknown>) => void = () => undefined): Promise<void> => {
  await library.close()
  const renamed = (await readFile(path(), 'utf8')).replaceAll('"m-', '"old-m-').replaceAll(/"e(\d+)"/g, '"e9$1"')
  const file = JSON.parse(renamed) as Record<string, unknown>
  file['extractor'] = 'Pathmark 0.1.0'
  change(file)
  await writeStored(path(), file)
}

const open = async (extractor?: Extractor): Promise<void> => {
  library = await setUp.opened({ finding, ...(extractor && { extractor }) })
}

/** Opens the mechanisms and waits until the search that this starts is over. */
const openedAndFound = async () => {
  await value(library.openMechanisms(id))
  await library.findMechanisms(id)
  return value(library.openMechanisms(id))
}

describe('a document that an older extractor has read', () => {
  it('is looked through again when it is opened, and only then', async () => {
    const before = await value(library.readMechanisms(id))
    await makeOld()
    await open()
    expect((await value(library.readMechanisms(id))).isStale).toBe(true)
    expect((await stored())['extractor']).toBe('Pathmark 0.1.0')
    const opened = await value(library.openMechanisms(id))
    expect(opened.finding.status).toBe('looking')
    expect(opened.found.mechanisms[0]?.id).toMatch(/^old-/)
    const found = await openedAndFound()
    expect(found).toMatchObject({ finding: { status: 'done' }, isStale: false, found: before.found })
    expect((await stored())['extractor']).toBe(extractorName)
    expect(told.at(0)?.status).toBe('looking')
    expect(told.at(-1)).toEqual({ status: 'done' })
  })

  it('keeps a rejected card and a rejected effect rejected, though both have other ids now', async () => {
    const { found } = await value(library.readMechanisms(id))
    const card: ReaderCard = {
      id: crypto.randomUUID(),
      ...made,
      decision: 'rejected',
      card: found.mechanisms[0]?.id ?? '',
    }
    const effect: EffectDecision = {
      id: crypto.randomUUID(),
      ...made,
      decision: 'rejected',
      about: aboutEffect(found, firstEffect(found)),
    }
    await value(library.saveMechanisms(id, { cards: [card], effectDecisions: [effect] }))
    await makeOld()
    await open()
    const again = await openedAndFound()
    expect(again.found.mechanisms[0]?.id).toBe(card.card)
    const [shown] = showCards(again.found, again.cards, again.effectDecisions)
    expect(shown?.decision).toBe('rejected')
    expect(shown?.rejected?.map(one => one.id)).toEqual([firstEffect(again.found).id])
    await expect.poll(() => library.documents()[0]?.mechanisms, POLL).toBe(0)
  })

  it('keeps the records of an older program, which do not say what they are about', async () => {
    const { found } = await value(library.readMechanisms(id))
    const card = { id: crypto.randomUUID(), ...made, decision: 'accepted', card: `old-${found.mechanisms[0]?.id}` }
    await makeOld(file => {
      file['cards'] = [card]
      const { mechanisms } = file['found'] as { mechanisms: { title: string }[] }
      for (const mechanism of mechanisms) mechanism.title = 'As it was called then'
    })
    await open()
    const again = await openedAndFound()
    expect(again.cards[0]?.about?.title).toBe('As it was called then')
    const shown = showCards(again.found, again.cards)
    expect(shown.map(({ id: shownId, decision }) => [shownId, decision])).toEqual([
      [found.mechanisms[0]?.id, 'accepted'],
    ])
  })

  it('is left alone when a newer program has read it', async () => {
    await makeOld(file => {
      file['extractor'] = 'Pathmark extractor 999'
    })
    await open()
    const opened = await value(library.openMechanisms(id))
    expect(opened).toMatchObject({ isStale: false, finding: { status: 'done' } })
    expect(opened.found.mechanisms[0]?.id).toMatch(/^old-/)
  })
})

describe('a search', () => {
  /** Looks only when it is let, so that a test can act while it is under way. */
  const held = () => {
    const here = extractHere(join(root, 'resources'))
    let release = (): void => undefined
    const gate = new Promise<void>(resolve => {
      release = resolve
    })
    const extractor: Extractor = {
      extract: async (article, own, options) => {
        const { signal } = options ?? {}
        const stopped = new Promise(resolve => signal?.addEventListener('abort', resolve))
        if (signal?.aborted !== true) await Promise.race([gate, stopped])
        return here.extract(article, own, options)
      },
      close: () => here.close(),
    }
    return { extractor, release: () => release() }
  }

  it('that is stopped leaves what was there, and is not begun again by opening', async () => {
    await makeOld()
    const { extractor } = held()
    await open(extractor)
    await value(library.openMechanisms(id))
    await library.stopFinding(id)
    expect(told.at(-1)).toEqual({ status: 'cancelled' })
    const opened = await value(library.openMechanisms(id))
    expect(opened.finding).toEqual({ status: 'cancelled' })
    expect(opened.found.mechanisms[0]?.id).toMatch(/^old-/)
  })

  it('that is under way does not keep the library from closing', async () => {
    await makeOld()
    await open(held().extractor)
    await value(library.openMechanisms(id))
    await library.close()
    expect((await stored())['extractor']).toBe('Pathmark 0.1.0')
  })

  it('does not undo what the reader decides meanwhile', async () => {
    await makeOld()
    const { extractor, release } = held()
    await open(extractor)
    const { found } = await value(library.openMechanisms(id))
    const record: ReaderCard = {
      id: crypto.randomUUID(),
      ...made,
      decision: 'rejected',
      card: found.mechanisms[0]?.id ?? '',
    }
    await value(library.saveMechanisms(id, { cards: [record], effectDecisions: [] }))
    release()
    const again = await openedAndFound()
    expect(showCards(again.found, again.cards).map(({ decision }) => decision)).toEqual(['rejected'])
  })

  it('that fails says so, and what was there stays', async () => {
    await makeOld()
    await writeFile(join(root, 'resources/lexicon/entities.json'), 'not JSON')
    await open()
    await value(library.openMechanisms(id))
    expect((await library.findMechanisms(id)).ok).toBe(false)
    const opened = await value(library.openMechanisms(id))
    expect(opened.finding).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('install Pathmark again'),
    })
    expect(opened.found.mechanisms[0]?.id).toMatch(/^old-/)
  })
})

describe('names that the reader gave', () => {
  const name: OwnName = { id: crypto.randomUUID(), ...made, name: 'damaged nerve', type: 'tissue', synonyms: [] }
  const entities = async () => (await value(library.readMechanisms(id))).found.entities.map(entity => entity.name)

  it('count at once in the document that is open, and no more once they are deleted', async () => {
    await value(library.openMechanisms(id))
    expect(await entities()).not.toContain('damaged nerve')
    await value(library.saveNames([name]))
    await library.findMechanisms(id)
    expect(await entities()).toContain('damaged nerve')
    await value(library.saveNames([{ ...name, version: 2, deleted: NOW }]))
    await library.findMechanisms(id)
    expect(await entities()).not.toContain('damaged nerve')
    expect(await value(library.ownNames())).toMatchObject([{ version: 2, deleted: NOW }])
  })

  it('count in another document when it is next opened', async () => {
    await value(library.saveNames([name]))
    expect((await value(library.readMechanisms(id))).isStale).toBe(true)
    await library.close()
    await open()
    await openedAndFound()
    expect(await entities()).toContain('damaged nerve')
    expect((await value(library.readMechanisms(id))).isStale).toBe(false)
  })

  it('are merged: a late copy of an old version changes nothing', async () => {
    await value(library.saveNames([{ ...name, version: 2, synonyms: ['injured nerve'] }]))
    await value(library.saveNames([name]))
    expect(await value(library.ownNames())).toMatchObject([{ version: 2, synonyms: ['injured nerve'] }])
  })

  it('make no file before there are any', async () => {
    await value(library.ownNames())
    await expect(readFile(join(setUp.folder, 'lexicon.json'))).rejects.toThrow('ENOENT')
  })

  it('that can be read are kept when their file is damaged', async () => {
    await value(library.saveNames([name]))
    await library.close()
    const file = join(setUp.folder, 'lexicon.json')
    const content = await readStored<{ names: unknown[] }>(file)
    await writeStored(file, { ...content, names: [...content.names, { name: 'half' }] })
    await open()
    expect(await value(library.ownNames())).toEqual([name])
    expect(library.warnings).toEqual([expect.stringContaining('lexicon.json was damaged')])
  })
})

describe('a long text', () => {
  it('comes in before its mechanisms, which follow', async () => {
    const long = `<p>Stem cells increase IL-10.</p>${'<p>It was a quiet afternoon by the lake.</p>'.repeat(10_000)}`
    const page = join(root, 'long.html')
    await writeFile(page, `<!doctype html><title>Long</title><article><h1>Long</h1>${long}</article>`)
    await library.close()
    await open()
    const imported = await value(library.importFile(page, { mechanismsLater: true }))
    expect(imported).toMatchObject({ status: 'imported', mechanismsPending: true, entry: { mechanisms: 0 } })
    await value(library.findMechanisms(imported.entry.id))
    expect((await value(library.readMechanisms(imported.entry.id))).found.effects).not.toEqual([])
    await expect.poll(() => library.documents().at(-1)?.mechanisms, POLL).toBe(1)
  })
})
