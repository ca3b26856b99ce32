import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { JournalRules, ReadFields } from '#library/store/file-format.ts'
import {
  NO_JOURNALS,
  journalLine,
  journalPath,
  journalPaths,
  parseJournal,
  readJournals,
} from '#library/store/journal-file.ts'
import { checksumOf } from '#library/store/serialise.ts'
import { temporaryFolders } from './temporary-folder.ts'

const rules: JournalRules<object> = {
  between: () => null,
  isLine: fields => !('odd' in fields),
  replay: value => value,
  keepsPrevious: true,
}
const parse = (text: string) => parseJournal(Buffer.from(text), rules)
const [one, two] = [journalLine({ title: 'é 1' }), journalLine({ cards: [{ id: 'a' }] })]
const fields = [{ title: 'é 1' }, { cards: [{ id: 'a' }] }]

it('a journal has the name of its file', () => {
  expect(journalPath('/library/notes.json')).toBe('/library/notes.journal.jsonl')
  expect(journalPath('/a.json/notes.json.begun')).toBe('/a.json/notes.json.begun.journal.jsonl')
  expect(journalPaths('notes.json')).toEqual(['notes.journal.jsonl.previous', 'notes.journal.jsonl'])
})

describe('the bytes of a journal', () => {
  it('are lines of fields, each with its checksum at the end', () => {
    const head = '{"title":"é 1"'
    expect(one).toBe(`${head},"checksum":"${checksumOf(head)}"}\n`)
    expect(parse(one + two)).toEqual({
      lines: fields,
      garbled: 0,
      length: Buffer.byteLength(one + two),
      size: Buffer.byteLength(one + two),
    })
    expect(parse('')).toEqual({ lines: [], garbled: 0, length: 0, size: 0 })
  })

  it('end with the last line feed: what comes after it was never acknowledged', () => {
    const length = Buffer.byteLength(one)
    expect(parse(one + two.slice(0, -1))).toEqual({
      lines: fields.slice(0, 1),
      garbled: 0,
      length,
      size: length + two.length - 1,
    })
    expect(parse(one.slice(0, -1))).toMatchObject({ lines: [], garbled: 0, length: 0 })
  })

  it('may have been through an editor that puts a mark before them, empty lines between and other line ends', () => {
    const edited = `\uFEFF${one.replace('\n', '\r\n')}\r\n \n\n${two}\n`
    expect(parse(edited)).toMatchObject({ lines: fields, garbled: 0, length: Buffer.byteLength(edited) })
    expect(parse(`${one}\uFEFF${two}`)).toMatchObject({ lines: fields.slice(0, 1), garbled: 1 })
    expect(parse(`${one.replace('\n', '\r \n')}${two}`)).toMatchObject({ lines: fields.slice(1), garbled: 1 })
  })

  const withChecksum = (head: string) => `${head},"checksum":"${checksumOf(head)}"}\n`
  it.each([
    ['no JSON', 'nonsense\n'],
    ['cut short', `${one.slice(0, 30)}\n`],
    ['no object', 'null\n'],
    ['a number', '5\n'],
    ['without a checksum', '{"title":"é 1"}\n'],
    ['with a checksum that is none', '{"title":"é 1","checksum":5}\n'],
    ['changed', one.replace('é', 'e')],
    ['with its checksum somewhere else', `{"checksum":"${checksumOf('{"title":"x"')}","title":"x"}\n`],
    ['with something after it', one.replace('\n', ' \n')],
    ['one that this program does not write', withChecksum('{"odd":1')],
  ])('hold a line that is %s: it is counted, and the others are read', (_what, line) => {
    expect(parse(one + line + two)).toMatchObject({ lines: fields, garbled: 1 })
    expect(parse(line + line)).toMatchObject({ lines: [], garbled: 2 })
  })
})

describe('the journals beside a file', () => {
  const newFolder = temporaryFolders()
  let path = ''
  let previous = ''
  let current = ''
  beforeEach(async () => {
    path = join(await newFolder(), 'notes.json')
    ;[previous, current] = journalPaths(path)
  })
  const found = async (before: string | null, now: string | null) => {
    if (before !== null) await writeFile(previous, before)
    if (now !== null) await writeFile(current, now)
    const read = await readJournals(path, rules)
    if (!read.ok) throw new Error(read.error.message)
    return read.value
  }
  const lines: readonly ReadFields[] = fields

  it('say nothing when there are none, or the file is of a kind that has none', async () => {
    expect(await found(null, null)).toEqual(NO_JOURNALS)
    await writeFile(current, one)
    expect(await readJournals(path, undefined)).toEqual({ ok: true, value: NO_JOURNALS })
    expect(NO_JOURNALS).toMatchObject({ lines: [], garbled: [], present: false, current: { length: 0, size: null } })
  })

  it('are read with the one before first', async () => {
    expect(await found(one, two)).toMatchObject({ lines, garbled: [], present: true, current: { length: two.length } })
  })

  it.each([
    [one, null],
    [null, one],
    [null, ''],
  ])('are there when one of them is (%j, %j)', async (before, now) => {
    expect((await found(before, now)).present).toBe(true)
  })

  it.each([
    ['a line cannot be read in', `nonsense\n${one}`],
    ['something stands after the last line of', `${one}{"ha`],
    ['nothing is in', ''],
    ['a line without an end is all of', 'x'],
  ])('are damaged when %s the one before', async (_what, before) => {
    expect((await found(before, two)).garbled).toEqual([previous])
  })

  it('are damaged when a line cannot be read in the one that is written, and not by what was cut off', async () => {
    expect((await found(one, `nonsense\n${two}`)).garbled).toEqual([current])
    expect((await found(one, `${two}{"ha`)).garbled).toEqual([])
    expect((await found(one, '')).garbled).toEqual([])
    expect((await found('', 'nonsense\n')).garbled).toEqual([previous, current])
  })

  it.each([0, 1])('are told when one of them cannot be read (%i)', async at => {
    const place = journalPaths(path)[at] ?? ''
    await mkdir(place)
    expect(await readJournals(path, rules)).toMatchObject({
      ok: false,
      error: { code: 'not-readable', message: expect.stringContaining(place) },
    })
  })
})
