import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { oneOf } from '#core/annotation/field-rule.ts'
import { propertiesOf, settledValue, valueOf } from '#core/annotation/field-values.ts'

const one = oneOf({ name: 'color', title: 'colour' }, v.string())
const several = oneOf({ name: 'passage', title: 'passage' }, v.object({}), ['start', 'end', 'note'])

describe('the value of a field', () => {
  it('is that of its property', () => {
    expect(valueOf({ color: 'green', style: 'highlight' }, one)).toBe('green')
    expect(valueOf({ style: 'highlight' }, one)).toBeUndefined()
    expect(propertiesOf('green', one)).toStrictEqual({ color: 'green' })
    expect(propertiesOf(undefined, one)).toStrictEqual({})
    expect(propertiesOf(null, one)).toStrictEqual({ color: null })
  })

  it('of several properties is an object of those that are there', () => {
    expect(valueOf({ start: 1, end: undefined, color: 'green' }, several)).toStrictEqual({ start: 1 })
    expect(propertiesOf({ start: 1, end: 2 }, several)).toStrictEqual({ start: 1, end: 2 })
  })

  it('of several properties is nothing when a file says something else in its place', () => {
    for (const odd of ['text', 5, null, undefined]) expect(propertiesOf(odd, several)).toStrictEqual({})
  })

  it('has to be settled only when there are several', () => {
    const counting = { ...one, settle: (values: readonly unknown[]) => values.length }
    const said = (...values: string[]) => values.map((value, at) => ({ edit: `aaaaaaaa:${at + 1}`, value }))
    expect(settledValue(said('green', 'green'), counting)).toBe('green')
    expect(settledValue(said('green', 'blue', 'green'), counting)).toBe(2)
  })
})
