import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { CommandLine, TestLibrary } from './command-line.ts'

interface Checked {
  readonly status: number | null
  readonly ok: boolean
  readonly problems: readonly { readonly path: string; readonly problem: string; readonly repaired: boolean }[]
}

/** What a check of a library comes to in which nothing is amiss. */
export const sound: Checked = { status: 0, ok: true, problems: [] }

/** The two marks of `markedLibrary`, the one that was made last at the end. */
export const firstQuote = 'cardiomyocytes'
export const lastQuote = 'hepatocytes'

/** Ways to check the libraries of one test file. */
export const useChecks = (pathmark: CommandLine) => ({
  check: async (library: TestLibrary, ...args: string[]): Promise<Checked> => {
    const { status, stdout, stderr } = await pathmark.run(['check', ...args, '--json', '--library', library.folder])
    expect(stderr).toBe('')
    return { status, ...(JSON.parse(stdout) as Omit<Checked, 'status'>) }
  },

  /** A library whose article carries a mark with a note, and before that one without. */
  markedLibrary: async (): Promise<TestLibrary> => {
    const library = await pathmark.library()
    for (const args of [
      ['--quote', firstQuote],
      ['--quote', lastQuote, '--note', 'of the liver'],
    ]) {
      await pathmark.run(['annotate', library.id, ...args, '--library', library.folder])
    }
    return library
  },

  /** The words of the library's marks, in the order of the alphabet. */
  quotesKept: async ({ folder, id }: TestLibrary): Promise<(string | undefined)[]> => {
    const kept = (await pathmark.json(['annotations', id, '--library', folder])) as {
      target: { selector: { exact?: string }[] }
    }[]
    return kept.map(({ target }) => target.selector[0]?.exact).toSorted()
  },
})

/** Every file of a library by its path, with its content and the time of its last change. */
export const snapshot = async (folder: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const entry = await stat(join(folder, name))
    const content = entry.isDirectory() ? 'folder' : await readFile(join(folder, name), 'latin1')
    files[name] = `${entry.mtimeMs} ${content}`
  }
  return files
}
