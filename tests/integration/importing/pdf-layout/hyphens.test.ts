import { expect, test } from 'vitest'
import { DocumentWords, joint } from '#library/importing/pdf/layout/hyphens.ts'

const words = (...lines: readonly string[]): DocumentWords => {
  const known = new DocumentWords()
  for (const line of lines) known.add(line)
  return known
}

const nothing = words()

test.each([
  ['the concen-', 'tration of', 'hyphen'],
  ['was signifi-', 'cantly increased', 'hyphen'],
  ['how-', 'ever, it was', 'hyphen'],
  ['TNF-', 'α falls', 'none'],
  ['IL-', '10 rises', 'none'],
  ['Sprague-', 'Dawley rats', 'none'],
  ['brain-', 'derived factor', 'none'],
  ['a long-', 'term study', 'none'],
  ['soft\u00ad', 'ware', 'hyphen'],
  ['between 1995–', '2000 there', 'none'],
  ['and so —', 'it seemed', 'space'],
  ['at https://example.org/', 'a/b for', 'none'],
  ['plain words', 'go on', 'space'],
  ['神経障害', '性疼痛', 'none'],
] as const)('%s %s', (before, after, expected) => {
  expect(joint(before, after, nothing)).toBe(expected)
})

test('what the same document says within a line decides', () => {
  const joined = words('a wellbeing score of')
  const parted = words('a pain-free day is', 'the free choice and pain relief of')

  expect(joint('the well-', 'being of', joined)).toBe('hyphen')
  expect(joint('a pain-', 'free week', parted)).toBe('none')
  expect(joint('of pain-', 'relief and', words('their pain relief was'))).toBe('none')
})
