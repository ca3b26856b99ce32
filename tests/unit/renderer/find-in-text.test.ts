import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInText, foldText } from '../../../src/renderer/rendering/find-in-text.ts'

const found = (text: string, query: string): string[] =>
  findInText(foldText(text), query).map(({ start, end }) => text.slice(start, end))

test('finds words whatever their case', () => {
  expect(found('IL-10 rises, il-10 falls', 'Il-10')).toEqual(['IL-10', 'il-10'])
})

test('diacritics make no difference on either side', () => {
  expect(found('naïve T cells and naive ones', 'naive')).toEqual(['naïve', 'naive'])
  expect(found('naive', 'naïve')).toEqual(['naive'])
  // A mark that follows its letter as a character of its own belongs to what was found.
  expect(found('nai\u0308ve', 'naive')).toEqual(['nai\u0308ve'])
})

test('quotes, dashes and spaces are found as they are typed', () => {
  expect(found('Parkinson’s disease', "parkinson's")).toEqual(['Parkinson’s'])
  expect(found('the “homing” effect', '"homing"')).toEqual(['“homing”'])
  expect(found('2019–2024', '2019-2024')).toEqual(['2019–2024'])
  expect(found('stem\u00A0cells\nrenew', 'stem cells renew')).toEqual(['stem\u00A0cells\nrenew'])
})

test('a soft hyphen in the text does not hide a word', () => {
  expect(found('neuro\u00ADtrophic', 'neurotrophic')).toEqual(['neuro\u00ADtrophic'])
})

test('letters that unfold to several are found whole', () => {
  expect(found('the ﬁrst', 'first')).toEqual(['ﬁrst'])
})

test('hits do not overlap, and blank queries have none', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(found('some words', '   ')).toEqual([])
  expect(found('', 'word')).toEqual([])
})

test('a word cut out of any text is found in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-z]{3,8}$/),
      fc.string({ unit: 'grapheme' }),
      (before, word, after) => {
        expect(found(`${before} ${word} ${after}`, word)).toContain(word)
      },
    ),
  )
})

test('letters that unfold to more than a text has characters are all found', () => {
  // One Arabic ligature stands for eighteen letters.
  const ligature = '\uFDFA'
  expect(found(ligature.repeat(3), ligature)).toEqual([ligature, ligature, ligature])
  expect(found(`${ligature}x`, 'x')).toEqual(['x'])
})

test('a text as long as a book is made ready at once', () => {
  const book = 'Stem cells reduce pain. '.repeat(50_000)
  const started = performance.now()
  expect(findInText(foldText(book), 'cells reduce')).toHaveLength(50_000)
  // Far from what it takes, and farther from the minutes of going over the text again with each word.
  expect(performance.now() - started).toBeLessThan(5_000)
})
