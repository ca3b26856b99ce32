import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldOffset, foldText, unfoldSpan } from '#core/text/fold-text.ts'
import type { FoldedText } from '#core/text/fold-text.ts'
import { anyText } from './any-text.ts'

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

/** What may have no place in the folded text: white space, what is not seen, and the hyphen at a line's end. */
const mayBeDropped = (text: string, at: number): boolean =>
  /^[\uFE0E\uFE0F\s\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|^[-\u2010]\s*\n/u.test(
    text.slice(at),
  )

const startOf = ({ starts }: FoldedText, at: number): number => starts?.[at] ?? at
const endOf = ({ ends }: FoldedText, at: number): number => ends?.[at] ?? at + 1

describe('foldText', () => {
  it.each([
    ['typographic quotes', '‘a’ “b” „c‟ «d» e′ f″', `'a' "b" "c" "d" e' f"`],
    ['dashes and the minus', 'a‐b‑c‒d–e—f―g−h', 'a-b-c-d-e-f-g-h'],
    ['blanks of every width', 'a\u00A0b\u2009c\u202Fd\u3000e\tf\ng', 'a b c d e f g'],
    ['runs of white space', 'a  b \n\n c\r\nd', 'a b c d'],
    ['soft hyphens', 'mi\u00ADcro\u00ADglia', 'microglia'],
    ['a soft hyphen before a blank', 'a\u00AD b', 'a b'],
    ['a hyphen at a line’s end', 'micro-\nglia and neu\u00AD\n rons', 'microglia and neurons'],
    ['a hyphen at a line’s end before a capital', 'IL-\nOne', 'IL- One'],
    ['a hyphen within a line', 'well-known', 'well-known'],
    ['ligatures', 'eﬃcient ﬁbre ﬂow oﬀ baﬄe ﬅ ﬆ', 'efficient fibre flow off baffle st st'],
    ['the ellipsis', 'so…', 'so...'],
    ['what has no width', 'a\u200Bb\u2060c\uFEFFd', 'abcd'],
    ['marks of direction', '\u200Fשלום\u200E (\u202Ba\u202C) \u2066b\u2069', 'שלום (a) b'],
    ['variation selectors', '❤\uFE0F', '❤'],
    ['the micro sign', '5 \u00B5g', '5 \u03BCg'],
    ['accents that stand apart', 'cafe\u0301 Zu\u0308rich A\u030Angstro\u0308m', 'café Zürich Ångström'],
    ['the Ångström sign', '5 \u212B', '5 Å'],
    ['Hangul in its parts', '\u1112\u1161\u11AB\u1100\u1173\u11AF', '한글'],
    ['a syllable with its last part apart', '\uD558\u11AB', '한'],
    ['marks in another order', 'q\u0307\u0323', 'q\u0323\u0307'],
    ['Vietnamese', 'tie\u0302\u0301ng Vie\u0323\u0302t', 'tiếng Việt'],
    ['kana with its voicing apart', 'か\u3099', 'が'],
    ['Devanagari', 'हि\u0928\u0940 \u0915\u093C', 'हि\u0928\u0940 \u0915\u093C'],
    ['Arabic with a hamza apart', '\u0627\u0654', '\u0623'],
    ['Hebrew with points', 'שָׁלוֹם'.normalize('NFD'), 'שָׁלוֹם'.normalize('NFC')],
    ['a joiner in an emoji', '👩\u200D🔬', '👩\u200D🔬'],
    ['a joiner between letters', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ])('writes %s in one way', (_what, text, folded) => {
    expect(foldText(text).text).toBe(folded)
  })

  it('leaves a text alone that is written that way already, and needs no map for it', () => {
    expect(foldText('IL-10 "rises" (p < 0.05).')).toEqual({
      text: 'IL-10 "rises" (p < 0.05).',
      starts: null,
      ends: null,
    })
  })

  it('says which characters of the original a folded word stands for', () => {
    const original = 'The  eﬃ\u00ADcient\u00A0cafe\u0301'
    const folded = foldText(original)
    const shown = (words: string): string => {
      const start = folded.text.indexOf(words)
      const span = unfoldSpan(folded, { start, end: start + words.length })
      return original.slice(span.start, span.end)
    }
    expect(folded.text).toBe('The efficient café')
    expect(shown('The')).toBe('The')
    expect(shown('efficient')).toBe('eﬃ\u00ADcient')
    expect(shown('café')).toBe('cafe\u0301')
    expect(shown('fi')).toBe('ﬃ')
    expect(shown('efficient café')).toBe('eﬃ\u00ADcient\u00A0cafe\u0301')
  })

  it('is in Unicode form C as a whole, and changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyText(), text => {
        const once = foldText(text).text
        expect(once.normalize('NFC')).toBe(once)
        expect(foldText(once).text).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  it('says the same of a text in form C, in form D and with soft hyphens in it', () => {
    fc.assert(
      fc.property(anyText(), text => {
        const { text: folded } = foldText(text)
        expect(foldText(text.normalize('NFD')).text).toBe(folded)
        expect(foldText(text.normalize('NFC')).text).toBe(folded)
      }),
      { numRuns: 500 },
    )
  })

  it('maps every unit to a run of the original, in order, and leaves out nothing that is seen', () => {
    fc.assert(
      fc.property(anyText(), text => {
        const folded = foldText(text)
        const units = Array.from({ length: folded.text.length }, (_, at) => ({
          start: startOf(folded, at),
          end: endOf(folded, at),
        }))
        const covered = new Uint8Array(text.length)
        for (const [at, { start, end }] of units.entries()) {
          const before = units[at - 1] ?? { start: 0, end: 0 }
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(before.start)
          expect(end).toBeGreaterThanOrEqual(before.end)
          covered.fill(1, start, end)
        }
        expect([folded.text.length, undefined]).toContain(folded.starts?.length)
        const dropped = [...covered.keys()].filter(at => covered[at] === 0)
        expect(dropped.filter(at => !mayBeDropped(text, at))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('unfoldSpan and foldOffset', () => {
  it('never part a surrogate pair where the folded span does not', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldText(text)
        const [start = 0, end = 0] = [a, b].map(n => n % (folded.text.length + 1)).toSorted((x, y) => x - y)
        fc.pre(!splitsPair(folded.text, start) && !splitsPair(folded.text, end))
        const span = unfoldSpan(folded, { start, end })
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(splitsPair(text, span.start)).toBe(false)
        expect(splitsPair(text, span.end)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('bring a word back that was folded: the same words fold to the same again', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldText(text)
        const words = [...folded.text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)]
        fc.pre(words.length > 0)
        const first = words[Math.min(a, b) % words.length]
        if (first === undefined) return
        const start = first.index
        const end = start + first[0].length
        const span = unfoldSpan(folded, { start, end })
        expect(foldText(text.slice(span.start, span.end)).text).toContain(first[0])
        expect(foldOffset(folded, span.start)).toBeLessThanOrEqual(start)
      }),
      { numRuns: 500 },
    )
  })

  it('give an offset of the folded text for any offset of the original', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(200), (text, offset) => {
        const folded = foldText(text)
        const at = foldOffset(folded, offset)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(folded.text.length)
        expect(foldOffset(folded, offset + 1)).toBeGreaterThanOrEqual(at)
      }),
    )
  })
})
