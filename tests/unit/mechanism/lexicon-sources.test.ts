import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { normaliseName } from '#core/mechanism/entities/normalise-name.ts'
import { keyOf, mergeEntries } from '../../../scripts/build-lexicon/merge-entries.mjs'
import { readTopic } from '../../../scripts/build-lexicon/read-topic.mjs'
import { shippedLexicon } from './lexicon-data.ts'

const root = join(import.meta.dirname, '../../..')
const topic = (lines: readonly string[]) => readTopic('test.json', { entries: { 'gene-or-protein': lines } })
const merged = (lines: readonly string[], ambiguous: Readonly<Record<string, string>> = {}) =>
  mergeEntries(topic(lines).entries, ambiguous)

it('the file that ships is what the topics give', () => {
  expect(() =>
    execFileSync('node', ['scripts/build-lexicon.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow()
})

it('the build compares names as the program does', () => {
  const names = shippedLexicon.entries.flatMap(({ name, synonyms = [] }) => [name, ...synonyms])
  expect(names.filter(name => keyOf(name) !== normaliseName(name))).toEqual([])
})

it('a line with members stands for a family, whose member joins the entry of its name', () => {
  expect(merged(['CDK{1..3} | cyclin-dependent kinase {}', 'CDK1 | Cdc2']).entries).toEqual([
    { name: 'CDK1', type: 'gene-or-protein', synonyms: ['Cdc2', 'cyclin-dependent kinase 1'] },
    { name: 'CDK2', type: 'gene-or-protein', synonyms: ['cyclin-dependent kinase 2'] },
    { name: 'CDK3', type: 'gene-or-protein', synonyms: ['cyclin-dependent kinase 3'] },
  ])
})

it('adds the American spelling', () => {
  expect(merged(['haem oxygenase']).entries[0]?.synonyms).toEqual(['heme oxygenase'])
  expect(merged(['tumour necrosis factor']).entries[0]?.synonyms).toEqual(['tumor necrosis factor'])
})

it.each([
  ['of a name that two entries claim', ['A | C', 'B | C'], /"C" stands for "A" and for "B"/],
  ['of a line that is not in its place', ['B', 'A'], /sort by name/],
  ['of an empty name', ['A |  | B'], /empty name/],
  ['of a name said twice', ['A | B | B'], /says a name twice/],
])('tells %s', (_what, lines, problem) => {
  expect([...topic(lines).problems, ...merged(lines).problems].join('\n')).toMatch(problem)
})

it('gives a name that two entries claim to the one that the list of ambiguous names says', () => {
  const { entries, problems } = merged(['A | C', 'B | C'], { C: 'B' })
  expect(problems).toEqual([])
  expect(entries.find(entry => entry.name === 'B')?.synonyms).toEqual(['C'])
  expect(entries.find(entry => entry.name === 'A')?.synonyms).toBeUndefined()
})
