import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadMarks } from '#core/foreign-marks/foreign-mark.ts'
import { LuaError, readLuaTable } from '#core/foreign-marks/koreader/lua-table.ts'
import { looksLikeMarks } from '#core/foreign-marks/looks-like-marks.ts'
import { readMarks } from '#core/foreign-marks/read-marks.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/marks')
const files = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isFile())
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')

const marksOf = (text: string): ReadMarks => {
  const read = readMarks(text)
  if (read === null || read === 'cut-off') throw new Error(`It was read as ${String(read)}.`)
  return read
}
const all = (text: string) => marksOf(text).works.flatMap(({ marks }) => marks)

/** Milliseconds within which 100,000 marks are read on a busy machine: alone it takes a second, and what takes the square of the number takes hours. */
const PATIENCE = 120_000
const MANY = 100_000
const numbers = Array.from({ length: MANY }, (_, at) => at)

describe('damaged files', () => {
  it.each(files.map(({ name }) => name))('%s is read without failing wherever it is cut off', name => {
    const text = textOf(name)
    const cuts = Array.from({ length: 40 }, (_, share) => text.slice(0, Math.floor((text.length * share) / 40)))
    const works = cuts.map(readMarks).flatMap(read => (read === null || read === 'cut-off' ? [] : read.works))
    const ids = works.flatMap(({ marks }) => marks.map(mark => mark.id.length))
    expect(Math.max(0, ...ids)).toBeLessThanOrEqual(2_000)
  })

  it('nothing, blanks, NULs and noise are no marks', () => {
    for (const text of [
      '',
      '\ufeff',
      '   \n',
      '\0\0\0\0',
      '==========',
      '{',
      '[',
      '[[[[',
      '{"rows":',
      'return',
      'return {',
      '- ',
    ])
      expect(looksLikeMarks(text)).toBe(false)
  })

  it('a Readwise file that ends within a quotation says so, and gives the rows before', () => {
    const read = marksOf('Highlight,Book Title\none,Title\n"two,Title')
    expect(read.works[0]?.marks[0]).toMatchObject({ quote: 'one' })
    expect(read.warnings.join(' ')).toContain('cut off')
  })

  it('a clipping that is cut off in its words is kept as far as it goes', () => {
    const text = textOf('koreader-clippings.txt')
    const cut = all(text.slice(0, text.lastIndexOf('belongs')))
    expect(cut[0]).toMatchObject({ quote: 'IL-10 binds its receptor on microglia', note: 'The note that' })
  })

  it('a file of clippings that ends within an entry says so, and a whole one does not', () => {
    const text = textOf('koreader-clippings.txt')
    expect(marksOf(text.slice(0, text.lastIndexOf('belongs'))).warnings.join(' ')).toContain('ends within an entry')
    expect(marksOf(text).warnings).toEqual([])
  })

  it('a Readwise file whose last row lacks fields says so', () => {
    const whole = 'Highlight,Book Title,Book Author\none,Title,Author\n'
    expect(marksOf(`${whole}two,Ti`).warnings.join(' ')).toContain('cut off')
    expect(marksOf(whole).warnings).toEqual([])
  })

  it('a Readwise file whose rows all lack the last field is whole', () => {
    const rows = 'Highlight,Book Title,Book Author\none,Title\ntwo,Title\n'
    expect(marksOf(rows).warnings).toEqual([])
    expect(marksOf(`${rows}three`).warnings.join(' ')).toContain('fewer fields than the others')
  })

  it('a Readwise file whose only row lacks fields says so', () => {
    expect(marksOf('Highlight,Book Title,Book Author\none,Ti').warnings.join(' ')).toContain(
      'fewer fields than the first line names',
    )
  })

  it('a table of KOReader is not whole wherever it is cut off', () => {
    const text = textOf('koreader-new.lua').trimEnd()
    const cuts = Array.from({ length: text.length }, (_, at) => text.slice(0, at)).filter(looksLikeMarks)
    expect(cuts.length).toBeGreaterThan(1_000)
    expect(cuts.filter(cut => readMarks(cut) !== 'cut-off')).toEqual([])
  })

  it('a table of KOReader that holds more than values is called unreadable and not cut off', () => {
    expect(marksOf(textOf('koreader-code.lua')).warnings.join(' ')).toContain('cannot be read')
  })
})

describe('hostile files', () => {
  it.each([
    'return os.exit()',
    'return { a = f() }',
    'return { [x] = 1 }',
    'return { "a" .. "b" }',
    'return { 1 + 1 }',
    '{ a = 1 ',
    'return { [1] }',
    'return { "a\nb" }',
    `return ${'{'.repeat(5_000)}`,
  ])('a Lua file is a table of plain values or nothing, no call is made, no name looked up: %s', text => {
    expect(() => readLuaTable(text)).toThrow(LuaError)
  })

  it('strings of Lua in all their forms are read', () => {
    const table = readLuaTable(String.raw`return { "a\"b\\\065\n", 'c', [[d
e]], [==[f]]g]==], x = -1.5e3, ["k"] = true; nil }`)
    expect([...table]).toEqual([
      [1, 'a"b\\A\n'],
      [2, 'c'],
      [3, 'd\ne'],
      [4, 'f]]g'],
      ['x', -1500],
      ['k', true],
      [5, null],
    ])
  })

  it('names that mean something to objects change nothing', () => {
    const text = JSON.stringify({ rows: [{ uri: 'https://a.example', text: 'x', target: [] }] }).replace(
      '{"uri"',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"uri"',
    )
    expect(all(text)).toHaveLength(1)
    expect(all(textOf('koreader-new.lua'))).toHaveLength(2)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('scripts in every field stay words', () => {
    const script = '<script>alert(1)</script>'
    const row = {
      id: script,
      uri: script,
      text: script,
      user: script,
      group: script,
      tags: [script],
      document: { title: [script] },
      target: [
        { source: script, selector: [{ type: 'TextQuoteSelector', exact: script, prefix: script, suffix: script }] },
      ],
    }
    expect(all(JSON.stringify({ rows: [row] }))[0]).toMatchObject({ quote: script, note: script, tags: [script] })
    expect(all(textOf('w3c-single.json'))[0]?.note).toBe('Bold **words** & more')
  })

  it('replies that answer each other in a circle are each a note by itself', () => {
    const read = marksOf(textOf('hypothesis-circular.json'))
    expect(read.works[0]?.marks.map(({ note }) => note)).toEqual(['one', 'two', 'three'])
    expect(read.warnings).toHaveLength(1)
  })

  it('values of other kinds than expected are passed over', () => {
    const odd = [null, 7, true, [], {}, 'x', [[]], { type: 7 }]
    for (const value of odd) {
      const row = {
        uri: 'https://a.example',
        text: value,
        tags: value,
        document: value,
        user: value,
        target: [value],
        references: value === 'x' ? [] : undefined,
        created: value,
      }
      expect(() => readMarks(JSON.stringify({ rows: [{ ...row, target: [{ selector: value }] }, row] }))).not.toThrow()
      const annotation = { type: 'Annotation', body: value, target: value, creator: value, motivation: value }
      expect(() => readMarks(JSON.stringify([annotation]))).not.toThrow()
      expect(() =>
        readMarks(JSON.stringify({ type: 'AnnotationSet', about: value, items: [annotation, value] })),
      ).not.toThrow()
      expect(() =>
        readMarks(JSON.stringify({ documents: [{ title: 't', entries: [value, { text: value }] }] })),
      ).not.toThrow()
    }
  })

  it('a mark that is too long is left out and said, the others come', () => {
    const rows = ['x'.repeat(2_000_000), 'short'].map((text, at) => ({
      id: String(at),
      uri: 'https://a.example',
      text,
    }))
    const read = marksOf(JSON.stringify({ rows }))
    expect(read.works.flatMap(({ marks }) => marks).map(({ note }) => note)).toEqual(['short'])
    expect(read.warnings).toHaveLength(1)
  })
})

describe('100,000 marks are read in linear time', () => {
  const text: Readonly<Record<string, () => string>> = {
    'of Hypothesis, all replies to one': () =>
      JSON.stringify({
        rows: numbers.map(at => ({
          id: `h${at}`,
          uri: 'https://a.example',
          text: `note ${at}`,
          ...(at > 0 && { references: ['h0'] }),
        })),
      }),
    'of a Kindle, all at one place': () =>
      numbers
        .map(
          at =>
            `Title (Author)\n- Your ${at % 2 === 0 ? 'Highlight' : 'Note'} on Location 5-6 | Added on x\n\nwords ${at} and more\n==========\n`,
        )
        .join(''),
    'of Readwise, all in quotation marks': () =>
      `Highlight,Book Title\n${numbers.map(at => `"words ""${at}""\nand more","Title"`).join('\n')}`,
    'of KOReader': () =>
      `return { ["annotations"] = {${numbers.map(at => `[${at + 1}] = { ["datetime"] = "${at}", ["drawer"] = "lighten", ["text"] = "words \\"${at}\\"" },`).join('\n')} } }`,
    'of the web': () =>
      JSON.stringify({
        type: 'AnnotationPage',
        items: numbers.map(at => ({ type: 'Annotation', id: `a${at}`, target: 'https://a.example', bodyValue: 'x' })),
      }),
  }
  it.each(Object.keys(text))('%s', { timeout: PATIENCE }, name => {
    const read = marksOf(text[name]?.() ?? '')
    const found = read.works.flatMap(({ marks }) => marks)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(MANY)
  })

  it('one more than that is said to be left', { timeout: PATIENCE }, () => {
    const rows = [...numbers, MANY].map(at => ({ id: `h${at}`, uri: 'https://a.example', text: 'x' }))
    const read = marksOf(JSON.stringify({ rows }))
    expect(read.works.flatMap(({ marks }) => marks)).toHaveLength(MANY)
    expect(read.warnings.join(' ')).toContain('more than 100000 marks; 1 were not taken')
  })
})
