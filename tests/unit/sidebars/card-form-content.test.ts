import { describe, expect, it } from 'vitest'
import {
  contentOfForm,
  emptyEffect,
  emptyForm,
  formOfCard,
  formProblems,
  formIn,
} from '../../../src/renderer/views/mechanisms/card-form-content.ts'
import { card, effect } from './make-cards.ts'

const passage = { start: 3, end: 12, quote: 'a passage' }

describe('the form of a card', () => {
  it('gives back what the card says when nothing is changed', () => {
    const shown = card({
      title: 'Homing',
      consequence: 'The others presuppose it.',
      passage,
      effects: [effect('not stem cells > IL-1'), effect('> pain')],
    })
    const content = contentOfForm(formOfCard(shown))
    expect(content).toMatchObject({ title: 'Homing', consequence: 'The others presuppose it.', passage })
    expect(
      content?.effects.map(({ agent, target, direction, negated }) => [agent, direction, target, negated]),
    ).toEqual([
      ['stem cells', 'increases', 'IL-1', true],
      [null, 'increases', 'pain', false],
    ])
  })

  it('asks for a title and a passage before anything else', () => {
    const form = emptyForm(null, 'e1')
    expect(formProblems(form).map(problem => problem.field)).toEqual(['title', 'passage'])
    expect(contentOfForm(form)).toBeNull()
  })

  it('leaves blank effects out, trims, and gives a new effect the passage of the card', () => {
    const form = {
      title: '  Repair ',
      consequence: '  ',
      passage,
      effects: [emptyEffect('e1'), { ...emptyEffect('e2'), agent: ' cells ', target: ' GDNF ' }],
    }
    expect(contentOfForm(form)).toEqual({
      title: 'Repair',
      passage,
      effects: [
        { id: 'e2', agent: 'cells', direction: 'increases', target: 'GDNF', negated: false, hedged: false, passage },
      ],
    })
  })

  it('does not drop an effect that has an agent but no target: it asks', () => {
    const form = { title: 'Repair', consequence: '', passage, effects: [{ ...emptyEffect('e1'), agent: 'cells' }] }
    expect(formProblems(form)).toEqual([{ field: 'effect-0', text: 'Say what is acted on.' }])
    expect(contentOfForm(form)).toBeNull()
  })

  it('takes what was left before the text changed without the passages that stand on other words now', () => {
    const text = 'Much was added before. Stem cells home.'
    const stale = { start: 0, end: 9, quote: 'Stem cells' }
    const standing = { start: 23, end: 33, quote: 'Stem cells' }
    const lost = { start: 5, end: 5, quote: 'gone words', lost: { prefix: '', suffix: '' } }
    const form = {
      title: 'Homing',
      consequence: '',
      effects: [{ ...emptyEffect('e1'), target: 'GDNF', passage: stale }],
    }
    expect(formIn(text, { ...form, passage: stale })).toMatchObject({ passage: null, effects: [{ passage: null }] })
    expect(formIn(text, { ...form, passage: standing }).passage).toEqual(standing)
    expect(formIn(text, { ...form, passage: lost }).passage).toEqual(lost)
  })

  it('puts an effect whose words are gone where its card is put, and leaves the others', () => {
    const lost = { start: 0, end: 0, quote: 'gone words', lost: { prefix: '', suffix: '' } }
    const own = { start: 40, end: 44, quote: 'GDNF' }
    const effects = [lost, own].map((place, index) => ({ ...emptyEffect(`e${index}`), target: 'GDNF', passage: place }))
    const content = contentOfForm({ title: 'Repair', consequence: '', passage, effects })
    expect(content?.effects.map(written => written.passage)).toEqual([passage, own])
  })
})
