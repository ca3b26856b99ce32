import { describe, expect, it } from 'vitest'
import { countVersions, uniteVectors } from '#core/annotation/version-vector.ts'

describe('two version vectors', () => {
  it('become the least that knows of all, with writers in one order', () => {
    expect(uniteVectors({ b: 2, a: 1 }, { c: 1, a: 4 })).toEqual({ a: 4, b: 2, c: 1 })
    expect(Object.keys(uniteVectors({ b: 2, a: 1 }, { c: 1, a: 4 }))).toEqual(['a', 'b', 'c'])
    expect(countVersions({ a: 4, b: 2 })).toBe(6)
    expect(countVersions({})).toBe(0)
  })
})
