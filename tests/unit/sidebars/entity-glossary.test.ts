import { expect, it } from 'vitest'
import { aboutInArticle, otherNames } from '../../../src/renderer/components/entity-glossary.ts'
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

const lineOn = (name: string, mentions: readonly string[] = [], text = '') =>
  aboutInArticle(entity(name, mentions), { article: { text }, glossary }).entry

it('finds an entity by its name before any synonym', () => {
  expect(lineOn('iNOS')).toBe(iNOS)
})

it('finds it whatever the number or case, and by a synonym or the words of the text', () => {
  expect(lineOn('Astrocytes')?.name).toBe('astrocyte')
  expect(lineOn('NOS2')).toBe(iNOS)
  expect(lineOn('nitric oxide synthase 2', ['inos'])).toBe(iNOS)
})

it('says when the glossary has nothing', () => {
  expect(lineOn('IL-1', ['IL-1'])).toBeNull()
})

it('reads an article for its abbreviations once, and another one anew', () => {
  const article = { text: 'An inducible nitric oxide synthase (iNOS) is made.' }
  const first = aboutInArticle(entity('iNOS', []), { article, glossary }).expansions
  expect(first.map(({ long }) => long)).toEqual(['inducible nitric oxide synthase'])
  expect(aboutInArticle(entity('iNOS', []), { article, glossary }).expansions[0]).toBe(first[0])
  expect(aboutInArticle(entity('iNOS', []), { article: { text: 'No iNOS here.' }, glossary }).expansions).toEqual([])
})

it('lists each other name once, in whatever spelling, and none that the article writes out', () => {
  const named = entity('iNOS', ['inos', 'NOS2', 'NOS-2', 'iNOS', 'inducible NO synthase'])
  expect(otherNames(named, { entry: iNOS, nearest: null, expansions: [] })).toEqual([
    'inducible nitric oxide synthase',
    'NOS2',
    'inducible NO synthase',
  ])
  const article = { text: 'An inducible NO synthase (iNOS) is made.' }
  expect(otherNames(named, aboutInArticle(named, { article, glossary }))).toEqual([
    'inducible nitric oxide synthase',
    'NOS2',
  ])
})
