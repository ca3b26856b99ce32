import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { inspectBytes } from '#library/store/inspect-file.ts'
import type { FileFormat } from '#library/store/file-format.ts'
import { indented, serialise, serialisedPieces } from '#library/store/serialise.ts'
import { readJson } from '#library/store/read-json.ts'
import { counterFormat, counterOf } from './counter-format.ts'
import type { Counter } from './counter-format.ts'

const format: FileFormat<Counter> = {
  ...counterFormat,
  migrations: [{ from: 1, name: 'lists', migrate: ({ count }) => ({ format: 2, counts: [count] }) }],
}

const inspect = (content: string | Uint8Array) =>
  inspectBytes(typeof content === 'string' ? Buffer.from(content) : content, format)

const good = (value: Counter, ...migrated: string[]) => ({ state: 'good', value, migrated, garbled: [] })

const written = serialise(counterOf(1, 23))

describe('the checksum of a file', () => {
  it('is its last field, and that of all bytes before the comma that leads to it', () => {
    const { checksum } = JSON.parse(written) as { checksum: string }
    const head = written.slice(0, written.lastIndexOf(',\n  "checksum"'))
    expect(checksum).toBe(`sha256-${createHash('sha256').update(head).digest('hex')}`)
    expect(written.endsWith(`,\n  "checksum": "${checksum}"\n}\n`)).toBe(true)
  })

  it('is no part of what is read', () => {
    expect(inspect(written)).toEqual(good(counterOf(1, 23)))
  })

  it('gives away every single byte that has become another one', () => {
    const bytes = Buffer.from(written)
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(inspect(flipped), `byte ${at}`).toMatchObject({ state: 'damaged' })
    }
  })

  it('gives away a change that leaves the file valid, and says that this is all that is wrong with it', () => {
    expect(inspect(written.replace('23', '24'))).toEqual({
      state: 'damaged',
      problem: 'its checksum is not that of its content',
      changed: true,
    })
    expect(inspect(`${written}\n`)).toMatchObject({ changed: true })
    expect(inspect(written.replaceAll('  ', '\t'))).toMatchObject({ changed: true })
  })

  it('is not what is said to be wrong with a file that is not valid either', () => {
    expect(inspect(written.replace('23', '"x"'))).toMatchObject({
      problem: expect.stringMatching(/^counts\.1: /u),
      changed: false,
    })
  })

  it.each([null, 1, '', 'sha256-', [], 'sha1-0'])('that is none (%j) is a wrong one', checksum => {
    expect(inspect(JSON.stringify({ ...counterOf(1), checksum }))).toMatchObject({ state: 'damaged', changed: true })
  })

  it('may be taken out by a person who changes the file', () => {
    expect(inspect('{"format":2,"counts":[5]}')).toEqual(good(counterOf(5)))
  })

  it('is the same rule for a file of a newer format', () => {
    expect(inspect(serialise({ ...counterOf(1), format: 3 }))).toEqual({
      state: 'too-new',
      version: 3,
      value: counterOf(1),
    })
    expect(inspect(written.replace('"format": 2', '"format": 3'))).toMatchObject({ changed: true })
  })

  it('is the same for text of every kind, half characters included', () => {
    const text = 'é 漢字 😀 \ud800 \u2028 "quoted"\n'
    const value = { ...counterOf(), text }
    expect(inspect(serialise(value))).toEqual(good(value))
  })
})

it('a mark before the first character, as some editors put it there, does no harm', () => {
  expect(inspect(`\ufeff${written}`)).toEqual(good(counterOf(1, 23)))
})

describe('a file that says', () => {
  it.each(['"2"', '0', '-1', '1.5', 'null', '[2]'])('%s for its format is damaged', said => {
    expect(inspect(`{"format":${said},"counts":[]}`)).toEqual({
      state: 'damaged',
      problem: 'it does not say its format',
      changed: false,
    })
  })

  it('a newer format is read as far as it can be understood', () => {
    expect(inspect('{"format":3,"counts":[1]}')).toEqual({ state: 'too-new', version: 3, value: counterOf(1) })
    expect(inspect('{"format":3,"counts":["one"]}')).toEqual({ state: 'too-new', version: 3, value: null })
  })

  it('what is not valid says where, or only what when it is the whole', () => {
    expect(inspect('{"format":2,"counts":[1,"one"]}')).toMatchObject({
      problem: expect.stringMatching(/^counts\.1: /u),
    })
    const odd: FileFormat<Counter> = {
      ...format,
      schema: v.pipe(
        format.schema,
        v.check(() => false, 'it is odd'),
      ),
    }
    expect(inspectBytes(Buffer.from('{"format":2,"counts":[]}'), odd)).toMatchObject({ problem: 'it is odd' })
  })
})

describe('a file of an older format', () => {
  it('is brought to this one by named steps', () => {
    expect(inspect('{"format":1,"count":7}')).toEqual(good(counterOf(7), 'lists'))
  })

  it('goes through every step from its own on, in their order, wherever they stand', () => {
    const steps: FileFormat<Counter> = {
      ...format,
      version: 4,
      schema: v.object({ format: v.literal(4), counts: v.array(v.number()) }) as never,
      migrations: [
        { from: 3, name: 'sorted', migrate: fields => ({ ...fields, format: 4, counts: [1, 2] }) },
        { from: 1, name: 'never', migrate: () => ({ format: 2, counts: ['wrong'] }) },
        { from: 2, name: 'renamed', migrate: ({ numbers }) => ({ format: 3, counts: numbers }) },
      ],
    }
    expect(inspectBytes(Buffer.from('{"format":2,"numbers":[2,1]}'), steps)).toEqual({
      state: 'good',
      value: { format: 4, counts: [1, 2] },
      migrated: ['renamed', 'sorted'],
      garbled: [],
    })
  })

  it('that a step makes nothing valid of is damaged', () => {
    expect(inspect('{"format":1}')).toMatchObject({ state: 'damaged', changed: false })
  })

  it('to which no step leads is damaged', () => {
    const oldest = { ...format, version: 2, migrations: [] }
    expect(inspectBytes(Buffer.from('{"format":1,"count":7}'), oldest)).toMatchObject({
      state: 'damaged',
      problem: 'nothing can be made of format 1',
    })
  })
})

describe('a long file that is written in pieces', () => {
  const inPieces = (value: object) => Buffer.concat([...serialisedPieces(value)])

  it('is byte for byte what is written at once', () => {
    const field = fc.oneof(fc.jsonValue({ maxDepth: 5 }), fc.string({ unit: 'binary' }), fc.constant(undefined))
    const object = fc.dictionary(fc.string(), field).map(fields => ({ format: 2, ...fields }))
    fc.assert(
      fc.property(object, value => {
        expect(inPieces(value).toString()).toBe(serialise(value))
      }),
    )
  })

  it('says null for items that JSON does not know', () => {
    const value = { format: 2, list: [undefined, 1], found: { list: [undefined] } }
    expect(inPieces(value).toString()).toBe(serialise(value))
  })

  it('comes in pieces that are short, and is whole', () => {
    const records = Array.from({ length: 2_000 }, (_, at) => ({ id: at, note: 'ö漢😀'.repeat(100) }))
    const value = { format: 2, counts: [1], found: { effects: records, study: null }, records, none: [], empty: {} }
    const pieces = [...serialisedPieces(value)]
    expect(pieces.length).toBeGreaterThan(5)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1_000_000)
    expect(Buffer.concat(pieces).toString()).toBe(serialise(value))
    expect(inspect(Buffer.concat(pieces))).toMatchObject({ state: 'good' })
  })
  it('comes in pieces of about the length that is a millisecond’s work, and no shorter ones before the last', () => {
    const value = { format: 2, records: Array.from({ length: 6_000 }, (_, at) => ({ id: at, note: 'x'.repeat(90) })) }
    const lengths = [...serialisedPieces(value)].map(({ length }) => length)
    expect(lengths.length).toBeGreaterThan(4)
    for (const length of lengths.slice(0, -1)) {
      expect(length).toBeGreaterThanOrEqual(1 << 17)
      expect(length).toBeLessThan((1 << 17) + 1_000)
    }
  })
})

it('a file that is not of a library is indented, with a line feed at its end, and has no checksum', () => {
  expect(indented({ host: 'ä' })).toBe('{\n  "host": "ä"\n}\n')
})

describe('the bytes of a file', () => {
  const words = (value: string) => readJson(Buffer.from(value))

  it.each([
    ['', 'it is empty'],
    ['\uFEFF', 'it is empty'],
    ['{"format":1}\0', 'it holds NUL bytes, as after a power cut'],
    ['{"format":', 'it is not whole JSON'],
    ['[1]', 'it holds no JSON object'],
    ['null', 'it holds no JSON object'],
    ['"text"', 'it holds no JSON object'],
    ['7', 'it holds no JSON object'],
  ])('%j are no file of a library', (content, problem) => {
    expect(words(content)).toEqual({ problem })
  })

  it('that are no UTF-8 are said to be none', () => {
    expect(readJson(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toEqual({
      problem: 'it is not UTF-8 text',
    })
  })

  it('that begin with a part of a mark only are not changed', () => {
    expect(readJson(Buffer.from([0xef, 0x7b, 0x7d]))).toEqual({ problem: 'it is not UTF-8 text' })
  })

  it('say whether their checksum is right, wrong or not there', () => {
    expect(words(serialise({ format: 1 }))).toEqual({ fields: { format: 1 }, checksum: 'right' })
    expect(words(serialise({ format: 1 }).replace('1', '2'))).toEqual({ fields: { format: 2 }, checksum: 'wrong' })
    expect(words('{"format":1}')).toEqual({ fields: { format: 1 }, checksum: 'absent' })
    expect(words('{"format":1,"checksum":5}')).toEqual({ fields: { format: 1 }, checksum: 'wrong' })
  })

  it('whose last field is a checksum under another name are wrong, and others are not', () => {
    const digits = 'a'.repeat(64)
    expect(words(`{"format":1,"chdcksum":"sha256-${digits}"}`)).toMatchObject({ checksum: 'wrong' })
    for (const other of [`sha256-${digits}0`, `x sha256-${digits}`, `sha256-${digits.slice(1)}`])
      expect(words(`{"format":1,"other":"${other}"}`)).toMatchObject({ checksum: 'absent' })
    expect(words('{"format":1,"other":["sha256"]}')).toMatchObject({ checksum: 'absent' })
  })
})
