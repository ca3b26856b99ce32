import { beforeEach, describe, expect, it } from 'vitest'
import { changeNote, changeTags, deleteAnnotation, recolor } from '#core/annotation/edit-annotation.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { copyAll, twoComputers, valueOf } from './two-computers.ts'
import type { Computer } from './two-computers.ts'

const newFolder = temporaryFolders()

let here: Computer
let there: Computer
beforeEach(async () => {
  ;[here, there] = await twoComputers(await newFolder())
})

const DROPBOX = "notes (Anna's conflicted copy 2026-11-22).json"
const SYNCTHING = 'notes.sync-conflict-20261122-101500-ABCDEFG.json'

/** Both computers get the other's notes beside their own. */
const exchange = async (): Promise<void> => {
  await here.receive(there, 'notes.json', DROPBOX)
  await there.receive(here, 'notes.json', SYNCTHING)
}

/** Opening takes in what has come, and closing leaves all of it in the file. */
const settle = async (): Promise<void> => {
  await here.annotations()
  await there.annotations()
}

const expectSameNotes = async (): Promise<void> =>
  expect(await there.bytes('notes.json')).toBe(await here.bytes('notes.json'))

describe('two copies of a document that were edited apart', () => {
  it('have the marks of both, and the same bytes', async () => {
    const mine = await here.mark('Stem cells')
    const theirs = await there.mark('IL-10')
    await exchange()
    await settle()
    expect((await here.annotations()).map(({ id }) => id).toSorted()).toEqual([mine.id, theirs.id].toSorted())
    await expectSameNotes()
  })

  it('keep what each changed in one mark, and do not change each other for ever', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await here.edit((annotation, now) => recolor(annotation, 'green', now))
    await there.edit((annotation, now) => changeNote(annotation, 'From there.', now))
    await exchange()
    await settle()
    expect(await here.annotations()).toMatchObject([{ color: 'green', note: 'From there.' }])
    await expectSameNotes()
    const before = await here.bytes('notes.json')
    await exchange()
    await settle()
    expect(await here.bytes('notes.json')).toBe(before)
    await expectSameNotes()
  })

  it('join two notes on one mark, unite its tags, and bring back what only one of them deleted', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await here.edit((annotation, now) => changeTags(changeNote(annotation, 'Mine.', now), ['cells'], now))
    await there.edit((annotation, now) => changeTags(changeNote(annotation, 'Theirs.', now), ['pain'], now))
    await exchange()
    await settle()
    const [united] = await here.annotations()
    expect(united?.note.split('\n\n---\n\n').toSorted()).toEqual(['Mine.', 'Theirs.'])
    expect(united?.tags.toSorted()).toEqual(['cells', 'pain'])
    await expectSameNotes()

    await here.edit(deleteAnnotation)
    await there.edit((annotation, now) => changeNote(annotation, 'Still needed.', now))
    await exchange()
    await settle()
    expect(await here.annotations()).toMatchObject([{ note: 'Still needed.' }])
    expect((await here.annotations())[0]?.deleted).toBeUndefined()
    await expectSameNotes()
  })

  it('say which of two colours counts now, on both computers alike', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await here.edit((annotation, now) => recolor(annotation, 'green', now))
    await there.edit((annotation, now) => recolor(annotation, 'blue', now))
    await exchange()
    const told = await here.use(async library => {
      await library.readNotes(here.id)
      return library.warnings
    })
    await settle()
    const [mark] = await here.annotations()
    const other = mark?.color === 'green' ? 'blue' : 'green'
    expect(told).toContainEqual(
      expect.stringContaining(
        `“Stem cells” had another colour each. “${mark?.color}” counts now instead of “${other}”`,
      ),
    )
    await expectSameNotes()
  })

  it('join page notes', async () => {
    const write = (computer: Computer, value: string) =>
      computer.use(async library =>
        valueOf(await library.saveNotes(computer.id, [], { value, modified: '2026-01-01T00:00:00.000Z', version: 1 })),
      )
    await write(here, '# Mine')
    await write(there, '# Theirs')
    await exchange()
    await settle()
    const { pageNote } = await here.use(async library => valueOf(await library.readNotes(here.id)))
    expect(pageNote?.value.split('\n\n---\n\n').toSorted()).toEqual(['# Mine', '# Theirs'])
    await expectSameNotes()
  })

  it('come to the same when a file takes the place of the other, also while it is open', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await there.edit((annotation, now) => changeNote(annotation, 'From there.', now))
    await here.use(async library => {
      const { annotations } = valueOf(await library.readNotes(here.id))
      const [mark] = annotations
      if (!mark) throw new Error('There is no mark.')
      const green = recolor(mark, 'green', '2026-01-01T00:00:00.000Z')
      valueOf(await library.saveNotes(here.id, [green], null))
      await here.receive(there, 'notes.json')
      expect(valueOf(await library.readNotes(here.id)).annotations).toMatchObject([
        { color: 'green', note: 'From there.' },
      ])
    })
    await there.receive(here, 'notes.json')
    expect(await there.annotations()).toMatchObject([{ color: 'green', note: 'From there.' }])
    await expectSameNotes()
  })
})

describe('a window that has not seen yet what came from the other computer', () => {
  it('takes nothing of it back with its next changes', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await there.edit((annotation, now) => changeNote(annotation, 'From there.', now))
    await here.use(async library => {
      const [seen] = valueOf(await library.readNotes(here.id)).annotations
      if (!seen) throw new Error('There is no mark.')
      const green = recolor(seen, 'green', '2026-01-01T00:00:00.000Z')
      await here.receive(there, 'notes.json')
      valueOf(await library.saveNotes(here.id, [green], null))
      const pink = recolor(green, 'pink', '2026-01-01T00:00:01.000Z')
      const tagged = changeTags(pink, ['seen'], '2026-01-01T00:00:02.000Z')
      valueOf(await library.saveNotes(here.id, [tagged], null))
      const [united] = valueOf(await library.readNotes(here.id)).annotations
      expect(united).toMatchObject({ color: 'pink', note: 'From there.', tags: ['seen'] })
      if (!united) return
      // Once it has seen the note, it may take it away.
      valueOf(await library.saveNotes(here.id, [changeNote(united, '', '2026-01-01T00:00:03.000Z')], null))
      expect(valueOf(await library.readNotes(here.id)).annotations).toMatchObject([{ note: '', color: 'pink' }])
    })
  })
})

describe('cards and names', () => {
  it('have what either computer decided', async () => {
    const cardOf = async (computer: Computer) =>
      computer.use(async library => valueOf(await library.readMechanisms(computer.id)).found.mechanisms[0]?.id ?? '')
    const decide = (computer: Computer, card: string, decision: 'accepted' | 'rejected') =>
      computer.use(async library => {
        const now = '2026-01-01T00:00:00.000Z'
        const record = { id: crypto.randomUUID(), created: now, modified: now, version: 1, decision, card }
        return valueOf(await library.saveMechanisms(computer.id, { cards: [record], effectDecisions: [] }))
      })
    const card = await cardOf(here)
    await decide(here, card, 'accepted')
    await decide(there, card, 'rejected')
    await here.receive(there, 'mechanisms.json', 'mechanisms-DESKTOP-AB12.json')
    await there.receive(here, 'mechanisms.json', 'mechanisms 2.json')
    const records = await here.use(async library =>
      valueOf(await library.readMechanisms(here.id)).cards.map(({ decision }) => decision),
    )
    expect(records.toSorted()).toEqual(['accepted', 'rejected'])
    await there.use(library => library.readMechanisms(there.id))
    expect(await there.bytes('mechanisms.json')).toBe(await here.bytes('mechanisms.json'))
  })

  it('have the names of both, and every way to write them', async () => {
    const id = crypto.randomUUID()
    const name = (synonyms: string[], version: number) => ({
      id,
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      version,
      name: 'Interleukin 10',
      type: 'gene-or-protein' as const,
      synonyms,
    })
    await here.use(async library => valueOf(await library.saveNames([name(['IL10'], 1)])))
    await copyAll(here, there)
    const add = (computer: Computer, synonyms: string[]) =>
      computer.use(async library => {
        const [known] = valueOf(await library.ownNames())
        if (!known) throw new Error('There is no name.')
        return valueOf(await library.saveNames([{ ...known, synonyms, version: known.version + 1 }]))
      })
    await add(here, ['IL10', 'CSIF'])
    await add(there, ['IL10', 'TGIF'])
    await here.receive(there, 'lexicon.json', 'lexicon (conflicted copy 2026-11-22 101500).json')
    await there.receive(here, 'lexicon.json', 'lexicon_conflict-20261122-101500.json')
    const names = await here.use(async library => valueOf(await library.ownNames()))
    expect(names[0]?.synonyms.toSorted()).toEqual(['CSIF', 'IL10', 'TGIF'])
    await there.use(library => library.ownNames())
    expect(await there.bytes('lexicon.json')).toBe(await here.bytes('lexicon.json'))
  })
})
