import { describe, expect, it } from 'vitest'
import { firstOf, orderCards } from '../../../src/renderer/views/mechanisms/card-order.ts'
import { card, effect } from './make-cards.ts'

const sections = [
  { id: 's0', level: 0, title: '', parent: null, start: 0, end: 100 },
  { id: 's1', level: 1, title: 'A paper', parent: 's0', start: 0, end: 100 },
  { id: 's2', level: 2, title: 'Results', parent: 's1', start: 0, end: 50 },
  { id: 's3', level: 3, title: 'In mice', parent: 's2', start: 20, end: 50 },
  { id: 's4', level: 2, title: 'Homing', parent: 's1', start: 50, end: 100 },
]
const at = (start: number) => ({ start, end: start + 5, quote: 'words' })
const sure = (confidence: number) => effect('a > b', { confidence })
const cards = [
  card({ id: 'm1', title: 'One', passage: at(5), effects: [sure(0.5), sure(0.55)] }),
  card({ id: 'm2', title: 'Two', passage: at(25), effects: [sure(0.4), sure(0.85)] }),
  card({ id: 'm3', title: 'Homing', passage: at(55), effects: [sure(0.7)] }),
  card({ id: 'm4', title: 'Four', passage: at(60), effects: [] }),
]
const names = (order: 'certain' | 'text') =>
  orderCards(cards, order, { sections }).map(({ name, count, cards: inGroup }) => [
    name,
    count,
    ...inGroup.map(({ id }) => id),
  ])

describe('the order of the cards', () => {
  it('puts the most certain first, by the surest effect of each, and keeps the text order within a step', () => {
    expect(names('certain')).toEqual([
      ['Stated plainly', 2, 'm2', 'm4'],
      ['Likely', 1, 'm3'],
      ['Doubtful', 1, 'm1'],
    ])
  })

  it('stays where it is when a card is accepted', () => {
    const accepted = cards.map(one => (one.id === 'm1' ? { ...one, decision: 'accepted' as const } : one))
    expect(
      orderCards(accepted, 'certain', { sections })
        .at(-1)
        ?.cards.map(({ id }) => id),
    ).toEqual(['m1'])
  })

  it('follows the text, under the sections that part it, and does not repeat a card’s own title', () => {
    expect(names('text')).toEqual([
      ['Results', 2, 'm1', 'm2'],
      [null, 1, 'm3'],
      ['Homing', 1, 'm4'],
    ])
  })

  it('puts only so many cards on screen, and still counts the others', () => {
    const first = firstOf(orderCards(cards, 'certain', { sections }), 3)
    expect(first.map(({ name, count, cards: inGroup }) => [name, count, inGroup.length])).toEqual([
      ['Stated plainly', 2, 2],
      ['Likely', 1, 1],
    ])
  })
})
