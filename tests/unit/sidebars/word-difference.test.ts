import { expect, test } from 'vitest'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import { changesIn, shortDifference, sideOf } from '../../../src/renderer/views/updates/difference-words.ts'
import { wordDifference } from '../../../src/renderer/views/updates/compare-wordings.ts'
import { keptAfter, keptBefore, surroundingsOf } from '../../../src/renderer/views/updates/surroundings.ts'

const part = (kind: DifferencePart['kind'], text: string): DifferencePart => ({ kind, text })

test('changed words with only a space between them are one change', () => {
  expect(
    changesIn([
      part('same', 'the '),
      part('removed', 'rapid'),
      part('added', 'slow'),
      part('same', ' '),
      part('removed', 'rise'),
      part('added', 'fall'),
      part('same', ' of '),
      part('added', 'the '),
      part('same', 'level'),
    ]),
  ).toEqual([
    { removed: 'rapid rise', added: 'slow fall' },
    { removed: '', added: 'the' },
  ])
})

test('a long passage is shortened to its changes, and none of them is left out', () => {
  const long = 'word '.repeat(4_000)
  const short = shortDifference([part('same', long), part('removed', 'old'), part('added', 'new'), part('same', long)])
  expect(short.map(({ text }) => text.length).reduce((a, b) => a + b)).toBeLessThan(300)
  expect(short[0]?.text).toMatch(/^ … .*word $/)
  expect(short[3]?.text).toMatch(/^word .* … $/)
  expect(short.slice(1, 3).map(({ text }) => text)).toEqual(['old', 'new'])
})

test('a short passage is shown whole', () => {
  const parts = [part('same', 'A few words '), part('removed', 'before'), part('added', 'after')]
  expect(shortDifference(parts)).toEqual(parts)
})

test('no character is cut in two', () => {
  const loneHalf = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
  for (let shift = 0; shift < 4; shift++) {
    const text = 'x'.repeat(shift) + '🧬'.repeat(600)
    for (const { text: shown } of shortDifference([part('same', text), part('added', text), part('same', text)]))
      expect(shown).not.toMatch(loneHalf)
    const { before, words, after } = surroundingsOf(text, { start: 400 + shift, end: 800 + shift })
    expect(before + words + after).not.toMatch(loneHalf)
  }
})

test('a passage is shown with whole words around it, on one line', () => {
  const text = `${'earlier '.repeat(30)}the\tcell\ndies${' later'.repeat(30)}`
  const start = text.indexOf('cell')
  const shown = surroundingsOf(text, { start, end: start + 9 })
  expect(shown.words).toBe('cell dies')
  expect(shown.before).toMatch(/^…(earlier )+the $/)
  expect(shown.after).toMatch(/^( later)+…$/)
})

test('at the ends of the text nothing is said to be left out', () => {
  expect(surroundingsOf('All of it', { start: 0, end: 9 })).toEqual({ before: '', words: 'All of it', after: '' })
})

test('two wordings are told apart word by word, up to both ends', () => {
  const shown = (was: string, now: string) =>
    wordDifference(was, now).map(({ kind, text }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${text.trim()}`)
  expect(shown('cells release GDNF quickly', 'cells secrete GDNF quickly')).toEqual([
    '=cells',
    '-release',
    '+secrete',
    '=GDNF quickly',
  ])
  expect(shown('cells secrete GDNF', 'Young cells secrete GDNF and NGF')).toEqual([
    '+Young',
    '=cells secrete GDNF',
    '+and NGF',
  ])
  expect(shown('alpha', 'omega')).toEqual(['-alpha', '+omega'])
})

test('a side reads as its text does, also where the blank before the last words was lost', () => {
  const parts = [
    part('removed', 'What'),
    part('added', 'what'),
    part('same', ' keeps these gaps open'),
    part('removed', 'is not settled'),
    part('same', '.'),
  ]
  expect(sideOf(parts, 'removed').map(({ text }) => text)).toEqual([
    'What',
    ' keeps these gaps open',
    ' is not settled',
    '.',
  ])
  expect(
    sideOf(parts, 'added')
      .map(({ text }) => text)
      .join(''),
  ).toBe('what keeps these gaps open.')
  const units = [part('same', '0.4 '), part('removed', 'mmol'), part('added', 'µmol'), part('same', '/kg')]
  expect(
    sideOf(units, 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe('0.4 mmol/kg')
  const chinese = [part('same', '白介素'), part('added', '明显'), part('same', '升高')]
  expect(sideOf(chinese, 'added').map(({ text, isChanged }) => [text, isChanged])).toEqual([
    ['白介素', false],
    ['明显', true],
    ['升高', false],
  ])
})

test('the context of a lost mark is shown from whole words on', () => {
  expect(keptBefore('were not measured in this cohort. ')).toBe('…not measured in this cohort. ')
  expect(keptAfter(' Loss to follow-up was small, and th')).toBe(' Loss to follow-up was small, and…')
  expect([keptBefore(''), keptAfter('')]).toEqual(['', ''])
  expect(keptBefore('白介素升高。')).toBe('…白介素升高。')
})
