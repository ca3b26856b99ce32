import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { parseJson } from '#core/text/parse-json.ts'

describe('JSON from outside of the program', () => {
  test.each([
    ['{"__proto__":{"polluted":1},"a":1}', { a: 1 }],
    ['{"a":[{"constructor":{"prototype":{"polluted":1}}}]}', { a: [{}] }],
    ['{"prototype":1,"b":{"prototype":2,"c":3}}', { b: { c: 3 } }],
    ['{"\\u005f_proto__":{"polluted":1},"a":1}', { a: 1 }],
    ['{"c\\u006Fnstructor":1,"a":1}', { a: 1 }],
    ['{"a":null,"b":[null,{"constructor":1}]}', { a: null, b: [null, {}] }],
  ])('loses the fields that could change all objects: %s', (text, expected) => {
    const value = parseJson(text)
    expect(value).toEqual(expected)
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected))
    // A copy of all fields, as careless code makes it, changes nothing else.
    Object.assign({}, value)
    expect('polluted' in {}).toBe(false)
  })

  test('keeps texts and items that only say such words', () => {
    expect(parseJson('["__proto__","constructor",{"a":"prototype"}]')).toEqual([
      '__proto__',
      'constructor',
      { a: 'prototype' },
    ])
    expect(parseJson('null')).toBe(null)
    expect(parseJson('"constructor"')).toBe('constructor')
  })

  test('reads nesting without end', () => {
    const deep = `${'{"a":['.repeat(20_000)}{"__proto__":1,"b":2}${']}'.repeat(20_000)}`
    expect(() => parseJson(deep)).not.toThrow()
  })

  test('is JSON.parse for all other values, and fails as it does', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        fc.pre(!/__proto__|constructor|prototype/.test(text))
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
    expect(() => parseJson('{"a":')).toThrow(SyntaxError)
  })
})
