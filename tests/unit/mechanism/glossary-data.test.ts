import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { GlossaryEntry } from '#core/mechanism/entities/lexicon.ts'
import { entryNamed } from '#core/mechanism/glossary/find-entry.ts'
import { glossaryKey } from '#core/mechanism/glossary/glossary-key.ts'

const folder = new URL('../../../resources/glossary/', import.meta.url)
const read = (path: string): readonly GlossaryEntry[] =>
  (JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as { entries: readonly GlossaryEntry[] }).entries

const topics = readdirSync(new URL('topics/', folder)).map(name => ({ name, entries: read(`topics/${name}`) }))
const entries = read('glossary.json')

const namesOf = ({ name, synonyms = [] }: GlossaryEntry): readonly string[] => [name, ...synonyms]
const byName = (a: GlossaryEntry, b: GlossaryEntry): number => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)
const unsorted = (list: readonly GlossaryEntry[]): readonly string[] =>
  list.filter((entry, i) => i > 0 && byName(entry, list[i - 1] ?? entry) < 0).map(({ name }) => name)

describe('the shipped glossary', () => {
  it('covers what an article of the field names, from messengers to the words of studies', () => {
    expect(entries.length).toBeGreaterThanOrEqual(700)
    const asked =
      'TNF-α, interleukin 6, CXCL12, VEGF, ERK1/2, NF-kappaB, TLR4, Nav1.7, caspase 3, dopamine, cortisol, regulatory T cells, ' +
      'oligodendrocytes, mitochondria, autophagy, EMT, hippocampus, rheumatoid arthritis, lung cancer, fatigue, metformin, ' +
      'lactate, mice, placebo, randomised, confidence interval, adverse events'
    expect(asked.split(', ').filter(name => entryNamed(name, entries) === null)).toEqual([])
  })

  it('is what its topics make', () => {
    expect(entries).toEqual(topics.flatMap(topic => topic.entries).toSorted(byName))
  })

  it.each(topics)('keeps $name sorted by name', topic => {
    expect(unsorted(topic.entries)).toEqual([])
  })

  it('lets every name, in either spelling, mean one entry', () => {
    const owners = new Map<string, GlossaryEntry>()
    const clashes = entries.flatMap(entry =>
      namesOf(entry).flatMap(name => {
        const key = glossaryKey(name)
        const owner = owners.get(key)
        owners.set(key, entry)
        return owner === undefined ? [] : [`${name}: ${owner.name}, ${entry.name}`]
      }),
    )
    expect(clashes).toEqual([])
    const hidden = entries.filter(entry => namesOf(entry).some(name => entryNamed(name, entries) !== entry))
    expect(hidden).toEqual([])
  })

  it('says each thing in 40 to 320 characters that end with a full stop', () => {
    const misshapen = entries.filter(
      ({ definition }) =>
        definition.length < 40 ||
        definition.length > 320 ||
        !/^[^\s.].*[^\s.]\.$/u.test(definition) ||
        / {2}/.test(definition),
    )
    expect(misshapen.map(({ name }) => name)).toEqual([])
  })

  it('has no empty list of synonyms and no empty name', () => {
    expect(entries.filter(entry => entry.synonyms?.length === 0 || namesOf(entry).includes(''))).toEqual([])
  })

  it('gives no advice', () => {
    const advising = entries.filter(({ definition }) =>
      /\b(?:you|your|should|recommend|cures?|safe to)\b/iu.test(definition),
    )
    expect(advising.map(({ name }) => name)).toEqual([])
  })
})
