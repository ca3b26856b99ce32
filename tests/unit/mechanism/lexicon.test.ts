import { describe, expect, it } from 'vitest'
import { entityTypes } from '#core/mechanism/mechanism.ts'
import { normaliseName } from '#core/mechanism/entities/normalise-name.ts'
import { shippedLexicon } from './lexicon-data.ts'

const { entries } = shippedLexicon

describe('the shipped lexicon', () => {
  it('covers the field', () => {
    expect(entries.length).toBeGreaterThanOrEqual(600)
    const thin = entityTypes.filter(type => entries.filter(entry => entry.type === type).length <= 10)
    expect(thin).toEqual([])
  })

  it('is sorted by name and holds each name once', () => {
    const names = entries.map(entry => entry.name.toLowerCase())
    expect(names.filter((name, i) => i > 0 && name < (names[i - 1] ?? ''))).toEqual([])
    expect(new Set(entries.map(entry => entry.name)).size).toBe(entries.length)
  })

  it('means one thing by each way to write a name', () => {
    const owner = new Map<string, string>()
    const clashes = entries.flatMap(entry =>
      [entry.name, ...(entry.synonyms ?? [])].flatMap(name => {
        const key = normaliseName(name)
        const before = owner.get(key)
        owner.set(key, entry.name)
        return before !== undefined && before !== entry.name ? [`${name}: ${before}, ${entry.name}`] : []
      }),
    )
    expect(clashes).toEqual([])
  })

  it('has only known types and no empty names', () => {
    expect(
      entries.filter(
        entry => !entityTypes.includes(entry.type) || entry.name.trim() === '' || entry.synonyms?.length === 0,
      ),
    ).toEqual([])
  })
})
