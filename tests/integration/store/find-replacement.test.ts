import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findReplacement, putInPlace } from '#library/store/find-replacement.ts'
import type { FoundInPlace, MissingChanges, ReplacementRules } from '#library/store/find-replacement.ts'
import { damaged } from '#library/store/inspect-file.ts'
import type { FileState } from '#library/store/inspect-file.ts'
import { NO_JOURNALS } from '#library/store/journal-file.ts'
import { card, cardFormat, cardsOf, idsOf } from './card-format.ts'
import type { Cards } from './card-format.ts'
import { readStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const path = '/library/cards.json'
const previousPath = '/library/cards.json.previous'
const journalPath = '/library/cards.journal.jsonl'

const good: FileState<Cards> = { state: 'good', value: cardsOf(2), migrated: [], garbled: [] }
const lines = [{ cards: [card('a')] }]
const withLines = { ...NO_JOURNALS, lines, present: true }
const withDamage = { ...withLines, garbled: [journalPath] }
const remade = { value: cardsOf(1), how: 'made anew', losing: true }

const find = (found: Partial<FoundInPlace<Cards>>, rules: Partial<ReplacementRules<Cards>> = {}) =>
  findReplacement<Cards>(
    { path, format: cardFormat, ...rules },
    { isThere: true, previous: good, journals: NO_JOURNALS, ...found },
  )
const { journal } = cardFormat
const forgetful = { ...cardFormat, ...(journal && { journal: { ...journal, keepsPrevious: false } }) }

describe('the version before takes the place', () => {
  const incomplete = { lacks: () => true }
  const cases: [MissingChanges, Partial<FoundInPlace<Cards>>, Partial<ReplacementRules<Cards>>][] = [
    ['last', {}, {}],
    ['none', { journals: withLines }, {}],
    ['some', { journals: withDamage }, {}],
    // A journal that is taken away with the version that it led to does not tell all.
    ['last', { journals: withLines }, { format: forgetful }],
    ['later', {}, incomplete],
    ['later', { journals: withLines }, { ...incomplete, remake: async () => null }],
    ['none', { journals: withLines }, { lacks: () => false, remake: async () => remade }],
  ]
  it.each(cases)('and lacks changes: %s (%#)', async (missing, found, rules) => {
    expect(await find(found, rules)).toMatchObject({ value: cardsOf(2), source: { from: 'previous', missing } })
  })

  it('only when it is good', async () => {
    for (const previous of [{ state: 'missing' }, damaged('it is empty')] as const)
      expect(await find({ previous, journals: withLines })).toBeNull()
  })
})

describe('what is made anew takes the place', () => {
  it.each([
    [{ state: 'missing' }, false],
    [damaged('it is empty'), true],
    [good, true],
  ] as const)('of a version before that is %j', async (previous, hadPrevious) => {
    const asked: boolean[] = []
    const remake = async (had: boolean) => {
      asked.push(had)
      return remade
    }
    const replacement = await find({ previous, journals: withLines }, { remake, lacks: () => true })
    expect(asked).toEqual([hadPrevious])
    expect(replacement?.source).toEqual({ from: 'remade', how: 'made anew', losing: true })
    expect(idsOf(replacement?.value ?? cardsOf(0))).toEqual(['first 0', 'a'])
  })

  it('without a journal where the file has none', async () => {
    const { journal: _journal, ...format } = cardFormat
    const found = { previous: damaged('it is empty'), journals: withLines }
    expect(await find(found, { format, remake: async () => remade })).toMatchObject({ value: cardsOf(1) })
  })
})

it('every damaged file is named, and no other', async () => {
  const remake = async () => remade
  const damagedOf = async (found: Partial<FoundInPlace<Cards>>) => (await find(found, { remake }))?.damaged
  expect(await damagedOf({})).toEqual([path])
  expect(await damagedOf({ isThere: false })).toEqual([])
  expect(await damagedOf({ isThere: false, journals: withDamage })).toEqual([journalPath])
  expect(await damagedOf({ previous: damaged('it is empty'), journals: withDamage })).toEqual([
    path,
    previousPath,
    journalPath,
  ])
})

describe('putting a value in place', () => {
  it('takes away the damaged files beside it', async () => {
    const folder = await newFolder()
    const file = join(folder, 'cards.json')
    const all = [file, `${file}.previous`, join(folder, 'cards.journal.jsonl')]
    for (const name of all) await writeFile(name, 'damaged')
    expect(await putInPlace(file, cardsOf(1), all)).toEqual({ ok: true, value: null })
    expect(await readStored(file)).toEqual(cardsOf(1))
    expect(await readdir(folder)).toEqual(['cards.json'])
  })

  it('leaves them when the file cannot be written, and tells of one that cannot be taken away', async () => {
    const folder = await newFolder()
    const [file, beside] = [join(folder, 'cards.json'), join(folder, 'beside')]
    await mkdir(join(file, 'inner'), { recursive: true })
    await writeFile(beside, 'damaged')
    expect(await putInPlace(file, cardsOf(1), [beside])).toMatchObject({ ok: false })
    expect(await readFile(beside, 'utf8')).toBe('damaged')
    expect(await putInPlace(join(folder, 'other.json'), cardsOf(1), [file])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(file) },
    })
  })
})
