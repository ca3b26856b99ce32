import { expect, test } from 'vitest'
import { directionOf } from '../../../src/renderer/rendering/text-direction.ts'

test.each([
  ['Stem cells secrete GDNF.', 'ltr'],
  ['תאי גזע מפרישים GDNF ומפחיתים IL-1.', 'rtl'],
  ['تفرز الخلايا الجذعية عامل GDNF.', 'rtl'],
  ['The Hebrew for cell is תא.', 'ltr'],
  ['干细胞分泌GDNF。', 'ltr'],
  ['', 'ltr'],
])('%s runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
