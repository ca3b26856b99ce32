import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWindowAddress } from '../../../src/main/serving/window-address.ts'
import { ADDRESSES_TO_NOWHERE, CAPABILITY, HASH } from './addresses-to-nowhere.ts'
import { anyText } from './any-text.ts'

describe('what an address of the window stands for', () => {
  it('is the one page, a file of the program, or a resource of the article that is open', () => {
    expect(parseWindowAddress('pathmark-app://window/index.html')).toMatchObject({ kind: 'page', path: 'index.html' })
    expect(parseWindowAddress('pathmark-app://window/assets/main-a_B.1.js')).toEqual({
      kind: 'file',
      path: 'assets/main-a_B.1.js',
      mediaType: 'text/javascript; charset=utf-8',
    })
    expect(parseWindowAddress(`pathmark-app://window/article/${CAPABILITY}/${HASH}.png`)).toEqual({
      kind: 'resource',
      capability: CAPABILITY,
      name: `${HASH}.png`,
    })
    expect(parseWindowAddress(`pathmark-app://window/cover/${CAPABILITY}/a-paper-1/${HASH}.png`)).toEqual({
      kind: 'cover',
      capability: CAPABILITY,
      document: 'a-paper-1',
      name: `${HASH}.png`,
    })
    for (const document of ['..', 'A', 'a/b', '', 'a'.repeat(65)])
      expect(parseWindowAddress(`pathmark-app://window/cover/${CAPABILITY}/${document}/${HASH}.png`)).toBeNull()
  })

  it('is as long as the program’s own addresses are, and no longer', () => {
    const longest = `pathmark-app://window/assets/${'a'.repeat(224)}.js`
    expect(longest).toHaveLength(256)
    expect(parseWindowAddress(longest)).toMatchObject({ kind: 'file' })
    expect(parseWindowAddress(longest.replace('.js', 'a.js'))).toBeNull()
    expect(parseWindowAddress('pathmark-app://window/assets/a.woff')).toMatchObject({ mediaType: 'font/woff' })
  })

  it.each(ADDRESSES_TO_NOWHERE)('is nothing for %j', address => {
    expect(parseWindowAddress(address)).toBeNull()
  })

  it('is a path that stays in its folder, for any text whatever', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2f',
        '%5c',
        '%00',
        '\u0000',
        'assets/',
        'index.html',
        'a.js',
        ':',
        '?',
      ),
      anyText(3),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const target = parseWindowAddress(`pathmark-app://window/${parts.join('')}`)
        if (target === null || !('path' in target)) return
        expect(target.path).toMatch(/^(?:index\.html|assets\/[\w.-]+)$/)
        expect(target.path.split(/[/\\]/)).not.toContain('..')
      }),
      { numRuns: 1_000 },
    )
  }, 30_000)
})
