import { expect, test } from 'vitest'
import { SOFT_HYPHEN, breakFinderFor, withSoftHyphens } from '../../../src/renderer/rendering/hyphenate.ts'

const hyphenated = async (text: string, language = 'en'): Promise<string> => {
  const findBreaks = await breakFinderFor(language)
  return withSoftHyphens(text, findBreaks?.(text) ?? []).replaceAll(SOFT_HYPHEN, '·')
}

test('long words may break between syllables, with at least three letters on either side', async () => {
  expect(await hyphenated('inflammation')).toBe('inflam·ma·tion')
  expect(await hyphenated('example')).not.toMatch(/^.{1,2}·/)
})

test('short words, symbols and addresses stay whole', async () => {
  for (const text of [
    'cells',
    'IL-10 iNOS NRG-1',
    'GDNF',
    'https://example.org/neuropathic',
    'someone@university.example',
  ])
    expect(await hyphenated(text)).toBe(text)
})

test('nothing but soft hyphens is added', async () => {
  const text = 'Stem cells secrete “neurotrophic factors” (GDNF, NT-3) continuously.'
  expect((await hyphenated(text)).replaceAll('·', '')).toBe(text)
  expect(await hyphenated(text)).toContain('·')
})

test('British English has patterns of its own, and a language without any is left alone', async () => {
  expect(await breakFinderFor('en-GB')).not.toBeNull()
  expect(await breakFinderFor('fi')).toBeNull()
})
