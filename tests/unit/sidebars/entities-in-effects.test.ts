import { expect, it } from 'vitest'
import { entitiesInEffects } from '../../../src/renderer/views/mechanisms/entities-in-effects.ts'
import { card, effect, entity } from './make-cards.ts'

const names = (...entities: ReturnType<typeof entity>[]) =>
  entitiesInEffects(card({ entities, effects: [effect('stem cells < activity of iNOS'), effect('> IL-10')] })).map(
    ({ name }) => name,
  )

it('puts what acts or is acted on before what is only named, each in the order of the text', () => {
  const found = [entity('rat', ['rats']), entity('IL-10', ['IL-10']), entity('NOS2', ['iNOS']), entity('stem cell', [])]
  expect(names(...found)).toEqual(['IL-10', 'NOS2', 'stem cell', 'rat'])
})

it('does not take a name for a part of another one', () => {
  expect(names(entity('IL-1', ['IL-1']), entity('IL-10', []))).toEqual(['IL-10', 'IL-1'])
})
