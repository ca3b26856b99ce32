import { describe, expect, it } from 'vitest'
import { orderedJson, sameContent } from '#core/annotation/ordered-json.ts'

describe('JSON in one order', () => {
  it('is equal text for equal content, all the way down', () => {
    expect(orderedJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
    expect(orderedJson({ b: 1, d: 2, a: 3, c: 4 })).toBe('{"a":3,"b":1,"c":4,"d":2}')
    expect(orderedJson([3, 1, 2])).toBe('[3,1,2]')
    expect(orderedJson(undefined)).toBe('')
    expect(orderedJson(null)).toBe('null')
    expect(orderedJson('a')).toBe('"a"')
  })
})

describe('the same content', () => {
  it.each([
    [1, 1],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      [1, { a: [] }],
      [1, { a: [] }],
    ],
    [null, null],
  ])('is in %j and %j', (one, other) => {
    expect(sameContent(one, other)).toBe(true)
    expect(sameContent(other, one)).toBe(true)
  })

  it.each([
    [1, 2],
    [1, '1'],
    [null, {}],
    [{}, []],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }, { a: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ 0: 1 }, [1]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [undefined, null],
  ])('is not in %j and %j', (one, other) => {
    expect(sameContent(one, other)).toBe(false)
    expect(sameContent(other, one)).toBe(false)
  })
})
