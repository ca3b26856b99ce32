import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every file and folder under `root` that is not left out, by its place there, with what it holds. */
export const takeSurroundings = (root: string, leftOut: readonly string[]): ReadonlyMap<string, string> => {
  const seen = new Map<string, string>()
  const look = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (leftOut.includes(path)) continue
      const stat = lstatSync(path)
      const holds = stat.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'no file'
      seen.set(relative(root, path), holds)
      if (stat.isDirectory()) look(path)
    }
  }
  look(root)
  return seen
}

/** What is different afterwards, a line each. */
export const differences = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] => [
  ...[...after.keys()].filter(path => !before.has(path)).map(path => `${path} is new`),
  ...[...before].flatMap(([path, held]) =>
    after.get(path) === held ? [] : [`${path} ${after.has(path) ? 'was changed' : 'is gone'}`],
  ),
]
