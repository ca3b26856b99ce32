import { expect, it } from 'vitest'
import { glossaryEntryFor, otherNames } from '../../../src/renderer/components/entity-glossary.ts'
import { entity } from './make-cards.ts'

const iNOS = {
  name: 'iNOS',
  synonyms: ['inducible nitric oxide synthase', 'NOS2'],
  definition: 'An enzyme that makes nitric oxide.',
}
const glossary = [
  { name: 'astrocyte', definition: 'A glial cell.' },
  iNOS,
  { name: 'GDNF', synonyms: ['iNOS'], definition: 'Something else.' },
]

it('finds an entity by its name before any synonym', () => {
  expect(glossaryEntryFor(entity('iNOS', []), glossary)).toBe(iNOS)
})

it('finds it whatever the number or case, and by a synonym or the words of the text', () => {
  expect(glossaryEntryFor(entity('Astrocytes', []), glossary)?.name).toBe('astrocyte')
  expect(glossaryEntryFor(entity('NOS2', []), glossary)).toBe(iNOS)
  expect(glossaryEntryFor(entity('nitric oxide synthase 2', ['inos']), glossary)).toBe(iNOS)
})

it('says when the glossary has nothing', () => {
  expect(glossaryEntryFor(entity('IL-1', ['IL-1']), glossary)).toBeNull()
})

it('lists each other name once', () => {
  expect(otherNames(entity('iNOS', ['inos', 'NOS2', 'iNOS', 'inducible NO synthase']), iNOS)).toEqual([
    'inducible nitric oxide synthase',
    'NOS2',
    'inducible NO synthase',
  ])
})
