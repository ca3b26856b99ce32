import type { Plugin } from 'vite'

/** What stands in a file of a package, and what is built in its place. */
export interface PackageChange {
  /** The end of the file's path. */
  readonly file: string
  readonly from: string
  readonly to: string
  /** How often it stands there; once when left out. */
  readonly times?: number
}

/** A file of a package with the changes that are for it. A package that is no longer as the changes know it fails the build. */
export const changedFile = (path: string, code: string, changes: readonly PackageChange[]): string => {
  let changed = code
  for (const { file, from, to, times = 1 } of changes) {
    if (!path.endsWith(`/${file}`)) continue
    if (changed.split(from).length !== times + 1)
      throw new Error(`${file} is not as the build knows it; look in scripts/build for: ${from}`)
    changed = changed.replaceAll(from, () => to)
  }
  return changed
}

/** Builds a package with changes. `files` finds the paths of those that are changed, and of no others that end alike. */
export const changePackage = (name: string, files: RegExp, changes: readonly PackageChange[]): Plugin => ({
  name,
  enforce: 'pre',
  transform: {
    filter: { id: files },
    handler: (code, id) => ({ code: changedFile(id, code, changes), map: null }),
  },
})
