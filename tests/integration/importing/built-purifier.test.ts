import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { attackStrings } from '../../attack/collection.ts'
import { buildProgram } from '../store/child-program.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { purifiedAttackStrings } from './purified-attack-strings.ts'
import { purifiedMarkup } from './purified-markup.ts'

const newFolder = temporaryFolders()
/** Thousands of contents, twice. */
const PATIENCE = 180_000
const MEBIBYTE = 1024 * 1024

interface Purified {
  readonly attacks: readonly string[]
  readonly markup: readonly string[]
}

describe('the purifier as it is built, without styles, cookies, network, and what only scripts would notice', () => {
  let built: Purified

  beforeAll(async () => {
    const program = await buildProgram(
      'tests/integration/importing/programs/built-purifier-program.ts',
      await newFolder(),
    )
    const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * MEBIBYTE })
    built = JSON.parse(stdout) as Purified
  }, PATIENCE)

  it('leaves of every attack string what jsdom as it comes leaves', { timeout: PATIENCE }, async () => {
    expect(attackStrings('').length).toBeGreaterThan(500)
    expect(built.attacks).toEqual(await purifiedAttackStrings())
    // The values of attributes and the text may say anything: they are escaped.
    const tags = built.attacks.flatMap(purified => purified.replaceAll(/"[^"]*"/g, '').match(/<[^>]*>/g) ?? []).join('')
    expect(tags).not.toMatch(/<(?:script|style|link|iframe|svg|body)|\son\w+=|\sstyle=/i)
  })

  it('parses and leaves of any markup what jsdom as it comes does', { timeout: PATIENCE }, async () => {
    const asItComes = await purifiedMarkup()
    expect(asItComes.length).toBeGreaterThan(2_000)
    expect(built.markup).toEqual(asItComes)
  })
})
