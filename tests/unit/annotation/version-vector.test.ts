import { describe, expect, it } from 'vitest'
import { compareVectors, countVersions, uniteVectors } from '#core/annotation/version-vector.ts'

describe('two version vectors', () => {
  it.each([
    [{}, {}, 'equal'],
    [{ a: 1 }, { a: 1 }, 'equal'],
    [{ a: 0 }, {}, 'equal'],
    [{ a: 1 }, { a: 2 }, 'before'],
    [{}, { a: 1 }, 'before'],
    [{ a: 1, b: 3 }, { a: 1, b: 2 }, 'after'],
    [{ b: 1 }, {}, 'after'],
    [{ a: 2, b: 1 }, { a: 1, b: 2 }, 'concurrent'],
    [{ a: 1 }, { b: 1 }, 'concurrent'],
  ] as const)('%j and %j: the first is %s', (one, other, order) => {
    expect(compareVectors(one, other)).toBe(order)
  })

  it('become the least that knows of all, with writers in one order', () => {
    expect(uniteVectors({ b: 2, a: 1 }, { c: 1, a: 4 })).toEqual({ a: 4, b: 2, c: 1 })
    expect(Object.keys(uniteVectors({ b: 2, a: 1 }, { c: 1, a: 4 }))).toEqual(['a', 'b', 'c'])
    expect(countVersions({ a: 4, b: 2 })).toBe(6)
    expect(countVersions({})).toBe(0)
  })
})
