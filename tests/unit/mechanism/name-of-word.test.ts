import { expect, it } from 'vitest'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import { writtenNames } from '#core/mechanism/entities/written-names.ts'
import { shippedLexicon } from './lexicon-data.ts'

const nameOf = nameOfWord(writtenNames(shippedLexicon))

it.each([
  ['epinephrine', 'adrenaline'],
  ['IL10', 'IL-10'],
  ['il 10', 'IL-10'],
  ['mast cells', 'mast cell'],
  ['Mast cell', 'mast cell'],
  ['Schwann cells', 'Schwann cell'],
  ['NO', 'nitric oxide'],
])('knows %s as %s', (words, name) => {
  expect(nameOf(words)).toBe(name)
})

it.each(['no', 'cat', 'mast', 'cells', 'cells in', '', ' ', '-', 'adrenaline '.repeat(20)])(
  'knows “%s” as nothing',
  words => {
    expect(nameOf(words)).toBeNull()
  },
)

it('takes the first of two entries for what both are written as, and answers the same a second time', () => {
  const both = nameOfWord([
    ['MSC', 'mesenchymal stem cell'],
    ['MSC', 'something else'],
  ])
  const words = ['MSC', 'MSCs', 'anything']
  const answers = ['mesenchymal stem cell', 'mesenchymal stem cell', null]
  expect(words.map(both)).toEqual(answers)
  expect(words.map(both)).toEqual(answers)
})
