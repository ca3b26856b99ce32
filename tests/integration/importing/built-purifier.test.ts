import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { attackStrings } from '../../attack/collection.ts'
import { buildProgram } from '../store/child-program.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { purifiedAttackStrings } from './purified-attack-strings.ts'

const newFolder = temporaryFolders()
/** Thousands of contents, twice. */
const PATIENCE = 180_000
const MEBIBYTE = 1024 * 1024

it(
  'the purifier as it is built, without styles, cookies and network, leaves of every attack string what jsdom as it comes leaves',
  { timeout: PATIENCE },
  async () => {
    const program = await buildProgram(
      'tests/integration/importing/programs/built-purifier-program.ts',
      await newFolder(),
    )
    const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * MEBIBYTE })
    const built = JSON.parse(stdout) as readonly string[]
    const asItComes = await purifiedAttackStrings()

    expect(attackStrings('').length).toBeGreaterThan(500)
    expect(built).toEqual(asItComes)
    // The values of attributes and the text may say anything: they are escaped.
    const tags = built.flatMap(purified => purified.replaceAll(/"[^"]*"/g, '').match(/<[^>]*>/g) ?? []).join('')
    expect(tags).not.toMatch(/<(?:script|style|link|iframe|svg)|\son\w+=|\sstyle=/i)
  },
)
