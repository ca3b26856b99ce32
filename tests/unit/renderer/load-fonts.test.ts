import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charactersIn } from '../../../src/renderer/rendering/load-fonts.ts'

test('fonts are asked for with each character of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(new Set(charactersIn(text))).toEqual(new Set(text))
    }),
  )
  expect([...charactersIn('α-synuclein 🧠 α')].toSorted()).toEqual([...new Set('α-synuclein 🧠 α')].toSorted())
})
