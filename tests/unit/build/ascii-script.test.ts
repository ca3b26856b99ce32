import { runInThisContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { asciiScript } from '../../../scripts/build/ascii-script.ts'

/** What a script says when it is run as it is, and as ASCII. */
const both = (code: string): readonly unknown[] =>
  [code, asciiScript(code, 'test.cjs')].map(script => runInThisContext(`(${script}\n)`) as unknown)

describe('asciiScript', () => {
  it.each([
    ['strings', '"é 😀 \u2028"'],
    ['templates', '`é${1}😀`'],
    ['names, beyond 16 bits too', '((é, o) => o.𝒜 + é)(1, { 𝒜: 2 })'],
    ['expressions', '[/^[é😀]$/u.test("😀"), /é+/.exec("aéé")[0], /[é-ü]/.test("ö"), "a😀".replace(/😀/, "b")]'],
    ['comments', '1 /* é */'],
    ['backslashes that are escaped', '"\\\\é"'],
  ])('says the same of %s', (_what, code) => {
    const [as, inAscii] = both(code)
    expect(inAscii).toEqual(as)
    expect(asciiScript(code, 'test.cjs')).toMatch(/^[\0-\x7f]*$/)
  })

  it.each([
    ['a template with a tag', 'String.raw`é`'],
    ['a character behind a backslash', '"\\é"'],
  ])('refuses %s', (_what, code) => {
    expect(() => asciiScript(code, 'test.cjs')).toThrow(/test\.cjs has a character beyond ASCII/)
  })
})
