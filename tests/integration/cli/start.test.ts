import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

/** Characters of a module and of all that it loads before it runs. */
const loaded = async (path: string, seen = new Set<string>()): Promise<number> => {
  if (seen.has(path)) return 0
  seen.add(path)
  const code = await readFile(path, 'utf8')
  const next = [...code.matchAll(/^(?:import|export)\b[^\n]*?"(\.{1,2}\/[^"]+\.js)"/gm)]
  const sizes: number[] = []
  for (const [, name = ''] of next) sizes.push(await loaded(resolve(dirname(path), name), seen))
  return sizes.reduce((sum, size) => sum + size, code.length)
}

const chunk = async (verb: string): Promise<string> => {
  const folder = join(dirname(pathmark.program), 'chunks')
  // A name ends with a hash of eight characters; `show-` alone would be the beginning of others, too.
  const name = (await readdir(folder)).find(candidate => new RegExp(`^${verb}-.{8}\\.js$`, 'u').test(candidate))
  if (name === undefined) throw new Error(`There is no chunk of ${verb} in ${folder}.`)
  return join(folder, name)
}

// What a start costs over that of Node itself is what is loaded. The store with its journals, the uniting of copies and what the
// reader's records may say, which no command can do without, are 280,000 to 291,000 characters, which take about 65 ms on a slow machine; the HTML parser and the
// extractor, which reading commands have no use for, would take twice that.
describe('a start', () => {
  test('of the program itself loads little', async () => {
    expect(await loaded(pathmark.program)).toBeLessThan(20_000)
  })

  test.each(['list', 'show', 'annotations', 'annotate'])(
    'of %s does not load what imports and extracts',
    async verb => {
      expect(await loaded(await chunk(verb))).toBeLessThan(300_000)
    },
  )

  test('of what does need them loads them, so that the sizes above mean something', async () => {
    expect(await loaded(await chunk('check'))).toBeGreaterThan(300_000)
  })
})
