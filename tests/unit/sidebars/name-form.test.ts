import { expect, it } from 'vitest'
import { contentOfName, emptyNameForm, nameOfWords, nameProblem } from '../../../src/renderer/views/names/name-form.ts'

const known = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    created: '',
    modified: '',
    version: 1,
    name: 'BPC-157',
    type: 'chemical' as const,
    synonyms: ['body protection compound'],
  },
]

it('makes a name of selected words, on one line and without marks around it', () => {
  expect(nameOfWords(' “body protection\n compound 157”, ')).toBe('body protection compound 157')
})

it('asks for a name, and tells one that is there already by any of its names', () => {
  expect(nameProblem(emptyNameForm, known)).toBe('Write a name.')
  expect(nameProblem({ ...emptyNameForm, name: 'bpc 157' }, known)).toContain('BPC-157')
  expect(nameProblem({ ...emptyNameForm, name: 'Body Protection Compound' }, known)).toContain('BPC-157')
  expect(nameProblem({ ...emptyNameForm, name: 'BPC-15' }, known)).toBeNull()
})

it('keeps each synonym once, and none that is the name itself', () => {
  const form = { name: ' TB-500 ', type: 'chemical' as const, synonyms: 'thymosin beta 4, TB500; thymosin β4,, Tβ4' }
  expect(contentOfName(form)).toEqual({ name: 'TB-500', type: 'chemical', synonyms: ['thymosin beta 4', 'Tβ4'] })
})
