import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnspaced, isWord, scanWords } from '#core/text/scan-words.ts'
import { brokenText } from './any-text.ts'

const scanned = (text: string): string[] => {
  const { count, starts, ends } = scanWords(text)
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]))
}

const isHalved = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF]$/.test(text.charAt(at - 1)) && /^[\uDC00-\uDFFF]$/.test(text.charAt(at))

describe('scanWords', () => {
  it.each([
    ['words and signs', 'IL-1β rises, by 2.5 %.', ['IL', '-', '1β', 'rises', ',', 'by', '2', '.', '5', '%', '.']],
    ['accents that stand apart', 'cafe\u0301 noir', ['cafe\u0301', 'noir']],
    ['Cyrillic and Greek', 'рост μικρογλοία', ['рост', 'μικρογλοία']],
    ['Arabic with its marks', 'زِيادة الألم', ['زِيادة', 'الألم']],
    ['Hebrew with points', 'שָׁלוֹם עולם', ['שָׁלוֹם', 'עולם']],
    ['Devanagari', 'दर्द कम हुआ', ['दर्द', 'कम', 'हुआ']],
    ['a Persian word with a joiner that parts', 'می\u200Cرود', ['می\u200Cرود']],
    ['Hangul', '통증이 감소했다', ['통증이', '감소했다']],
    ['Han, a unit a character', '疼痛減少。', ['疼', '痛', '減', '少', '。']],
    ['kana with its voicing apart', 'か\u3099ん', ['か\u3099', 'ん']],
    ['Thai with its vowels and tones', 'เพิ่ม', ['เ', 'พิ่', 'ม']],
    ['Han beyond the first plane', '𠮷野', ['𠮷', '野']],
    ['Latin beside Han', 'IL10增加', ['IL10', '增', '加']],
    ['an emoji that joiners tie together', '👩\u200D🔬👨‍👩‍👧', ['👩\u200D🔬', '👨‍👩‍👧']],
    ['a heart with its variation', '❤\uFE0F a', ['❤\uFE0F', 'a']],
    ['nothing', '', []],
    ['blanks alone', ' \u00A0\n\t\u3000', []],
  ])('tells apart %s', (_what, text, words) => {
    expect(scanned(text)).toEqual(words)
  })

  it('leaves out nothing that is seen, keeps order, and parts no surrogate pair', () => {
    fc.assert(
      fc.property(brokenText(), text => {
        const { count, starts, ends } = scanWords(text)
        let last = 0
        for (let at = 0; at < count; at += 1) {
          const start = starts[at] ?? -1
          const end = ends[at] ?? -1
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(last, start)).toMatch(/^\s*$/u)
          expect(isHalved(text, start) || isHalved(text, end)).toBe(false)
          last = end
        }
        expect(text.slice(last)).toMatch(/^\s*$/u)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps on when a text has more words than was made room for', () => {
    expect(scanned('a,'.repeat(5000))).toHaveLength(10_000)
  })

  it('says the same of a word wherever it stands among blanks', () => {
    fc.assert(
      fc.property(brokenText(8), brokenText(8), (a, b) => {
        expect(scanned(`${a} . ${b}`)).toEqual([...scanned(`${a} `), '.', ...scanned(` ${b}`)])
      }),
    )
  })
})

describe('isWord and isUnspaced', () => {
  it.each([
    ['rises', true, false],
    ['1β', true, false],
    ['감소', true, false],
    ['増', true, true],
    ['พิ่', true, true],
    ['𠮷', true, true],
    ['𝛼', true, false],
    ['%', false, false],
    ['。', false, false],
    ['🧠', false, false],
    ['\uD83E', false, false],
  ])('know %s', (text, word, unspaced) => {
    expect([isWord(text), isUnspaced(text)]).toEqual([word, unspaced])
  })
})
