import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenLibrary } from '#library/open-library.ts'
import { fail } from '#core/result/result.ts'
import { changeNote, deleteAnnotation } from '#core/annotation/edit-annotation.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { backedUpLibrary, snapshot, valueOf } from './backed-up-library.ts'
import type { BackedUpLibrary } from './backed-up-library.ts'

const newFolder = temporaryFolders()
const LATER = '2026-11-23T11:00:00.000Z'
const EVERYTHING = { documents: null, removeNewer: false }
let set: BackedUpLibrary
beforeEach(async () => {
  set = await backedUpLibrary(await newFolder())
})
afterEach(() => set.library.close())

const record = { created: LATER, modified: LATER, version: 1 }
const card = (title: string): ReaderCard => ({
  ...record,
  id: crypto.randomUUID(),
  decision: 'added',
  card: null,
  content: { title, passage: { start: 0, end: 3, quote: 'How' }, effects: [] },
})
const name = (word: string): OwnName => ({ ...record, id: crypto.randomUUID(), name: word, type: 'cell', synonyms: [] })

const liveNotes = async (): Promise<string[]> =>
  (await set.notes()).annotations.filter(mark => mark.deleted === undefined).map(({ note }) => note)

const backUp = async (): Promise<string> => valueOf(await set.backups.make('asked')).id

describe('restoring a backup', () => {
  it('says what would change before anything is changed', async () => {
    const [one, two] = [await set.mark('IL-10', 'one'), await set.mark('pain', 'two')]
    await set.save([one, two], { value: 'page', modified: LATER, version: 1 })
    const id = await backUp()
    await set.save([
      changeNote(one, 'one changed', LATER),
      deleteAnnotation(two, LATER),
      await set.mark('nerve', 'new'),
    ])
    const before = await snapshot(set.folder)
    const plan = valueOf(await set.backups.compare(id))
    expect(plan.documents.map(document => document.id)).toEqual([set.id])
    expect(plan.documents[0]?.items.map(({ change, label }) => [change, label])).toEqual([
      ['changed', 'IL-10'],
      ['newer', 'nerve'],
      ['back', 'pain'],
    ])
    expect(plan).toMatchObject({ unchanged: 0, gone: [], added: 0, failures: [], names: [] })
    expect(await snapshot(set.folder)).toEqual(before)
  })

  it('brings back notes, cards and names, and keeps what was made since', async () => {
    const [one, two] = [await set.mark('IL-10', 'one'), await set.mark('pain', 'two')]
    await set.save([one, two], { value: 'page', modified: LATER, version: 1 })
    const added = card('Mine')
    valueOf(await set.library.saveMechanisms(set.id, { cards: [added], effectDecisions: [] }))
    const own = name('microglia')
    valueOf(await set.library.saveNames([own]))
    const id = await backUp()

    await set.save([changeNote(one, 'spoiled', LATER), deleteAnnotation(two, LATER), await set.mark('nerve', 'new')], {
      value: '',
      modified: LATER,
      version: 2,
    })
    const gone = { ...added, deleted: LATER, version: 2 }
    valueOf(await set.library.saveMechanisms(set.id, { cards: [gone], effectDecisions: [] }))
    valueOf(await set.library.saveNames([{ ...own, deleted: LATER, version: 2 }]))

    const outcome = valueOf(await set.backups.restore(id, EVERYTHING))
    expect(outcome).toMatchObject({ documents: 1, records: 5, failures: [] })
    expect((await liveNotes()).toSorted()).toEqual(['new', 'one', 'two'])
    expect((await set.notes()).pageNote?.value).toBe('page')
    const { cards } = valueOf(await set.library.readMechanisms(set.id))
    expect(cards[0]).toMatchObject({ decision: 'added', content: { title: 'Mine' } })
    expect(cards[0]).not.toHaveProperty('deleted')
    expect(valueOf(await set.library.ownNames())[0]).toMatchObject({ name: 'microglia', version: 3 })
  })

  it('removes what was made since when it is told to', async () => {
    await set.save([await set.mark('IL-10', 'one')])
    const id = await backUp()
    await set.save([await set.mark('nerve', 'new')])
    valueOf(await set.backups.restore(id, { documents: null, removeNewer: true }))
    expect(await liveNotes()).toEqual(['one'])
  })

  it('is undone by restoring the backup that it made before', async () => {
    const one = await set.mark('IL-10', 'one')
    await set.save([one])
    const id = await backUp()
    await set.save([changeNote(one, 'later', LATER), await set.mark('pain', 'new')])
    const { before } = valueOf(await set.backups.restore(id, { documents: null, removeNewer: true }))
    expect(await liveNotes()).toEqual(['one'])
    valueOf(await set.backups.restore(before, { documents: null, removeNewer: true }))
    expect((await liveNotes()).toSorted()).toEqual(['later', 'new'])
    expect(valueOf(await set.backups.compare(before)).documents).toEqual([])
  })

  it('restores the chosen articles only', async () => {
    const other = await set.addArticle()
    const note = { value: 'a', modified: LATER, version: 1 }
    for (const id of [set.id, other]) valueOf(await set.library.saveNotes(id, [], note))
    valueOf(await set.library.saveNames([name('glia')]))
    const backup = await backUp()
    for (const id of [set.id, other]) valueOf(await set.library.saveNotes(id, [], { ...note, value: 'b', version: 2 }))
    const outcome = valueOf(await set.backups.restore(backup, { documents: [other], removeNewer: true }))
    expect(outcome.documents).toBe(1)
    expect(valueOf(await set.library.readNotes(set.id)).pageNote?.value).toBe('b')
    expect(valueOf(await set.library.readNotes(other)).pageNote?.value).toBe('a')
    expect(valueOf(await set.library.ownNames())[0]).not.toHaveProperty('deleted')
  })

  it('is whole to the end, also when its time is over with the backup that comes before', async () => {
    const one = await set.mark('IL-10', 'one')
    await set.save([one])
    const id = await backUp()
    for (let count = 0; count < 9; count += 1) {
      await set.save([changeNote(one, `later ${count}`, LATER)])
      await backUp()
    }
    valueOf(await set.library.saveNames([name('microglia')]))
    const kept = valueOf(await set.backups.list()).good
    expect(kept.at(-1)?.id).toBe(id)
    expect(valueOf(await set.backups.restore(id, EVERYTHING)).failures).toEqual([])
    expect(await liveNotes()).toEqual(['one'])
  })

  it('survives the next opening, and a copy of the library that still holds what was there before', async () => {
    const one = await set.mark('IL-10', 'one')
    await set.save([one])
    const id = await backUp()
    await set.save([changeNote(one, 'spoiled', LATER)])
    const spoiled = (await set.notes()).annotations
    valueOf(await set.backups.restore(id, EVERYTHING))
    // What another copy of the library holds comes in as it is brought together with this one.
    await set.save(spoiled)
    expect(await liveNotes()).toEqual(['one'])
    await set.library.close()
    const again = await set.openAgain()
    expect(valueOf(await again.readNotes(set.id)).annotations.map(({ note }) => note)).toEqual(['one'])
    await again.close()
  })

  it('tells of articles that are gone, and of those that came since', async () => {
    const other = await set.addArticle()
    valueOf(await set.library.saveNotes(other, [], { value: 'kept', modified: LATER, version: 1 }))
    const whole = await backUp()
    await set.library.close()
    await rename(join(set.folder, 'documents', other), join(set.folder, 'away'))
    await rm(join(set.folder, 'library.json'))
    await rm(join(set.folder, 'library.json.previous'))
    const library = await set.openAgain()
    const plan = valueOf(await set.backupsOf(library).compare(whole))
    expect(plan.gone.map(({ id }) => id)).toEqual([other])
    expect(plan.failures).toEqual([])
    await library.close()
  })

  it('brings the notes of a library back of which nothing but its backups is left', async () => {
    await set.save([await set.mark('IL-10', 'one')])
    const id = await backUp()
    await set.library.close()
    for (const file of await readdir(set.folder)) {
      if (file !== 'backups') await rm(join(set.folder, file), { recursive: true })
    }
    const library = await set.openAgain()
    const backups = set.backupsOf(library)
    expect(valueOf(await backups.restore(id, EVERYTHING))).toMatchObject({ records: 1, failures: [] })
    expect(valueOf(await library.readNotes(set.id)).annotations.map(({ note }) => note)).toEqual(['one'])
    expect(valueOf(await backups.list()).good.map(({ backup }) => backup.number)).toEqual([2, 1])
    await library.close()
  })

  it('brings a lost reading position back', async () => {
    valueOf(await set.library.savePosition(set.id, { offset: 40, progress: 0.5 }))
    const id = await backUp()
    valueOf(await set.library.savePosition(set.id, { offset: 0, progress: 0 }))
    valueOf(await set.backups.restore(id, EVERYTHING))
    expect(set.library.documents()[0]?.position).toMatchObject({ offset: 40, progress: 0.5 })
  })

  it('changes nothing of a document whose copy is damaged, and restores the others', async () => {
    const other = await set.addArticle()
    const note = { value: 'a', modified: LATER, version: 1 }
    for (const id of [set.id, other]) valueOf(await set.library.saveNotes(id, [], note))
    const { id, backup } = valueOf(await set.backups.make('asked'))
    for (const document of [set.id, other]) {
      valueOf(await set.library.saveNotes(document, [], { ...note, value: 'b', version: 2 }))
    }
    const kept = backup.files.find(({ path }) => path === `documents/${other}/notes.json`)
    await writeFile(join(set.folder, 'backups', 'objects', `${kept?.hash}.gz`), 'not what it was')
    const outcome = valueOf(await set.backups.restore(id, { documents: null, removeNewer: true }))
    expect(outcome.failures).toEqual([expect.stringContaining('damaged')])
    expect(valueOf(await set.library.readNotes(set.id)).pageNote?.value).toBe('a')
    expect(valueOf(await set.library.readNotes(other)).pageNote?.value).toBe('b')
  })

  it('fails without a change when there is no such backup', async () => {
    await backUp()
    const before = await snapshot(set.folder)
    const refused = await set.backups.restore('2020-01-01T00-00-00Z', EVERYTHING)
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await set.backups.compare('../library')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await snapshot(set.folder)).toEqual(before)
  })
})

describe('restoring that is interrupted', () => {
  const note = (value: string, version: number) => ({ value, modified: LATER, version })
  const readAll = async (ids: readonly string[]): Promise<(string | undefined)[]> =>
    Promise.all(ids.map(async id => valueOf(await set.library.readNotes(id)).pageNote?.value))

  /** The library, but its disk is full from the save on that has this number. */
  const fullAfter = (saves: number): OpenLibrary => {
    let count = 0
    const saving = new Set<string | symbol>(['saveNotes', 'saveMechanisms', 'saveNames', 'savePosition'])
    return new Proxy(set.library, {
      get: (library, property) => {
        const value: unknown = Reflect.get(library, property, library)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (!saving.has(property) || count++ < saves) return Reflect.apply(value, library, args)
          return Promise.resolve(fail('disk-full', 'The disk is full.'))
        }
      },
    })
  }

  it('has each article as it was before or restored, says what is missing, and is finished by doing it again', async () => {
    const ids = [set.id, await set.addArticle()]
    const own = name('microglia')
    const mark = await set.mark('IL-10', 'a mark')
    for (const id of ids) valueOf(await set.library.saveNotes(id, [], note('then', 1)))
    await set.save([mark])
    valueOf(await set.library.saveNames([own]))
    valueOf(await set.library.saveMechanisms(set.id, { cards: [card('Mine')], effectDecisions: [] }))
    const backup = await backUp()
    for (const saves of [0, 1, 2, 3, 4]) {
      for (const id of ids) {
        const version = valueOf(await set.library.readNotes(id)).pageNote?.version ?? 1
        valueOf(await set.library.saveNotes(id, [], note('now', version + 1)))
      }
      const [kept] = valueOf(await set.library.ownNames())
      valueOf(await set.library.saveNames([{ ...own, version: (kept?.version ?? 1) + 1, deleted: LATER }]))
      const { cards } = valueOf(await set.library.readMechanisms(set.id))
      const gone = cards.map(known => ({ ...known, version: known.version + 1, deleted: LATER }))
      valueOf(await set.library.saveMechanisms(set.id, { cards: gone, effectDecisions: [] }))

      const stopped = valueOf(await set.backupsOf(fullAfter(saves)).restore(backup, EVERYTHING))
      expect(stopped.failures.every(line => line.includes('The disk is full.'))).toBe(true)
      expect(stopped.failures.length > 0).toBe(saves < 4)
      expect((await readAll(ids)).filter(value => value !== 'then' && value !== 'now')).toEqual([])

      expect(valueOf(await set.backups.restore(backup, EVERYTHING)).failures).toEqual([])
      expect(await readAll(ids)).toEqual(['then', 'then'])
      expect(valueOf(await set.backups.compare(backup))).toMatchObject({ documents: [], names: [] })
    }
  })
})
