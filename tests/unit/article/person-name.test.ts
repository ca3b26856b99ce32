import { describe, expect, it } from 'vitest'
import { authorNames, divideName, keptNames, listedName, spokenName } from '#core/article/person-name.ts'

describe('a name', () => {
  it.each([
    ['Jane Doe', { family: 'Doe', given: 'Jane' }],
    ['Doe, Jane', { family: 'Doe', given: 'Jane' }],
    ['Jane A. van der Berg', { family: 'van der Berg', given: 'Jane A.' }],
    ['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
    ['María de la Cruz', { family: 'de la Cruz', given: 'María' }],
    ['Van Morrison', { family: 'Morrison', given: 'Van' }],
    ['Smith JA', { family: 'Smith', given: 'JA' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Jane Doe, MD, PhD', { family: 'Doe', given: 'Jane' }],
    ['Zoë O’Brien-Smith', { family: 'O’Brien-Smith', given: 'Zoë' }],
  ])('%j has the parts of a person’s', (written, name) => {
    expect(divideName(written)).toEqual(name)
  })

  it.each([
    'Plato',
    'The Nerve Group',
    'World Health Organization',
    'Pain & Co',
    '王小明',
    'Ministry of Health',
    'Editors, Authors, and Others',
    '',
  ])('%j stays whole', written => {
    expect(divideName(written)).toEqual({ literal: written })
  })

  it('is a group’s when a comma at its end says so', () => {
    expect(divideName('John Templeton,')).toEqual({ literal: 'John Templeton' })
  })

  it.each([
    'Doe, Jane',
    'King, Jr., Martin Luther',
    'John Templeton,',
    'Plato',
    'The Nerve Group',
    'Berg, Jan van der',
  ])('is listed as %j and read back with the same parts', written => {
    expect(listedName(divideName(written))).toBe(written)
  })
})

describe('the names of an article', () => {
  it('are divided as its source divides them, against what their words would say', () => {
    const names = [{ author: 'Gabriel García Márquez', family: 'García Márquez', given: 'Gabriel' }]
    expect(authorNames({ authors: ['Gabriel García Márquez', 'Ana Li'], names })).toEqual([
      { family: 'García Márquez', given: 'Gabriel' },
      { family: 'Li', given: 'Ana' },
    ])
  })

  it('are kept with all that cannot be told from the words alone', () => {
    const all = ['García Márquez, Gabriel', 'John Templeton,', 'The Nerve Group'].map(divideName)
    expect(all.map(spokenName)).toEqual(['Gabriel García Márquez', 'John Templeton', 'The Nerve Group'])
    expect(authorNames(keptNames(all))).toEqual(all)
  })
})
