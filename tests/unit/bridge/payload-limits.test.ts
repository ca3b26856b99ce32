import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { payloadProblem } from '#core/bridge/payload-limits.ts'

const limits = { values: 20, characters: 100, depth: 4 }
const problem = (payload: unknown) => payloadProblem(payload, limits)

const nested = (levels: number): unknown => (levels === 0 ? 1 : { inside: nested(levels - 1) })

describe('a payload', () => {
  test.each([undefined, null, 3, true, 'text', [], {}, { id: 'a', list: [1, null, { b: undefined }] }])(
    'of plain data is taken: %j',
    payload => expect(problem(payload)).toBeNull(),
  )

  test('may hold as much as its limits say, and no more', () => {
    expect(problem(Array.from({ length: 19 }, () => 1))).toBeNull()
    expect(problem(Array.from({ length: 20 }, () => 1))).toBe('too-large')
    expect(problem('x'.repeat(100))).toBeNull()
    expect(problem('x'.repeat(101))).toBe('too-large')
    expect(problem(['x'.repeat(60), 'x'.repeat(60)])).toBe('too-large')
    expect(problem({ ['x'.repeat(101)]: 1 })).toBe('too-large')
    expect(problem(nested(4))).toBeNull()
    expect(problem(nested(5))).toBe('too-large')
  })

  test('that leads back to itself is refused', () => {
    const circle: Record<string, unknown> = {}
    circle['again'] = circle
    expect(problem(circle)).toBe('too-large')
    const list: unknown[] = []
    list.push(list, list)
    expect(problem(list)).toBe('too-large')
  })

  test('that claims to be endless is refused without being walked', () => {
    const list: unknown[] = []
    list.length = 4_294_967_295
    expect(problem({ list })).toBe('too-large')
  })

  test.each([
    ['a Map', new Map([['id', 'x']])],
    ['a Set', new Set(['x'])],
    ['a Date', new Date(0)],
    ['bytes', new Uint8Array(4)],
    ['a buffer', new ArrayBuffer(4)],
    ['a pattern', /x/u],
    ['an error', new Error('x')],
    ['a big number', 1n],
    ['a boxed text', Object('text')],
    ['an object of a class', new URL('https://example.org')],
  ])('with %s is no plain data', (_name, value) => {
    expect(problem(value)).toBe('not-plain')
    expect(problem({ inside: [value] })).toBe('not-plain')
  })

  test.each(['__proto__', 'constructor', 'prototype'])('with a field called %s is refused', name => {
    expect(problem(JSON.parse(`{"${name}": {"id": "x"}}`))).toBe('not-plain')
    expect(problem([{ deep: JSON.parse(`{"${name}": 1}`) }])).toBe('not-plain')
  })

  test('of any kind gets an answer within its limits, before and after it has crossed to another process', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withSet: true, withDate: true, withTypedArray: true }), payload => {
        const crossed: unknown = structuredClone(payload)
        expect([null, 'too-large', 'not-plain']).toContain(problem(payload))
        expect([null, 'too-large', 'not-plain']).toContain(problem(crossed))
        const taken = problem(crossed) === null ? (JSON.stringify(crossed) ?? '') : ''
        expect(taken.length).toBeLessThan(2_000)
      }),
      { numRuns: 2_000 },
    )
  })
})
