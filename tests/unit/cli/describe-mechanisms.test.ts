import { describe, expect, test } from 'vitest'
import type { Study } from '#core/mechanism/mechanism.ts'
import { describeMechanisms } from '../../../src/cli/describe-mechanisms.ts'

const passage = (quote: string) => ({ start: 0, end: quote.length, quote })

const study: Study = {
  participants: { count: 40, passage: passage('Forty rats') },
  groups: [],
  sum: 0,
  consistent: true,
  outcomes: [],
  adverseEvents: [],
  notReported: ['a follow-up'],
}

const linesOf = (told: Study): string[] => describeMechanisms('Curcumin', [], { study: told }).split('\n')

describe('a study on the terminal', () => {
  test('tells how it was made below who took part, with the words of the text where they are others', () => {
    const design = [
      { name: 'randomised', passage: passage('randomly divided') },
      { name: 'double-blind', passage: passage('Double-blinded') },
      { name: 'animals', passage: passage('rats\u001B[2J') },
      { name: 'in vitro', passage: passage('in vitro') },
    ]
    expect(linesOf({ ...study, design }).slice(-3)).toEqual([
      'Study: 40 participants',
      '   Design: randomised (“randomly divided”), double-blind (“Double-blinded”), animals (“rats�[2J”), in vitro',
      '   Not reported: a follow-up',
    ])
  })

  test('says nothing of a design that the text does not tell', () => {
    expect(linesOf(study).slice(-2)).toEqual(['Study: 40 participants', '   Not reported: a follow-up'])
  })
})

describe('an article in another language', () => {
  test('is told from one in which nothing was found', () => {
    expect(describeMechanisms('Schmerz', [], { study: null, unread: 'not-english' })).toContain('in English only')
    expect(describeMechanisms('Pain', [], { study: null })).toContain('No mechanisms were found')
  })
})
