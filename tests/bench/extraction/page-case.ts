import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '#core/text/parse-json.ts'
import type { ExpectedSaid } from './compare-said.ts'

/** A page and what a reader would call its article. */
export interface PageCase {
  readonly name: string
  readonly bytes: Uint8Array
  /** The article’s text: all of it is wanted. */
  readonly expected: string
  /** What belongs to the article and need not be in it, such as its title, a byline or a credit: counted neither way. */
  readonly allowed: string
  /** What the page says outside of its text; null where nobody wrote it down. */
  readonly says: ExpectedSaid | null
}

const textBeside = (folder: string, name: string, kind: string): string => {
  const path = join(folder, `${name}.${kind}.txt`)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const saidBeside = (folder: string, name: string): ExpectedSaid | null => {
  const path = join(folder, `${name}.says.json`)
  return existsSync(path) ? (parseJson(readFileSync(path, 'utf8')) as ExpectedSaid) : null
}

/**
 * The pages of a folder, in the order of their names: `x.html` with `x.expected.txt`, `x.allowed.txt` and
 * `x.says.json` where there are such.
 */
export const pagesIn = (folder: string): readonly PageCase[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.expected.txt'))
    .map(name => name.slice(0, -'.expected.txt'.length))
    .toSorted()
    .map(name => ({
      name,
      bytes: readFileSync(join(folder, `${name}.html`)),
      expected: textBeside(folder, name, 'expected'),
      allowed: textBeside(folder, name, 'allowed'),
      says: saidBeside(folder, name),
    }))
