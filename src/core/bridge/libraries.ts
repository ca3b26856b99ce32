import * as v from 'valibot'

/** One of the libraries that were open before. */
export interface KnownLibrary {
  /** Names it in the calls that open or forget it; known to this run of the program only, and no path. */
  readonly library: string
  readonly name: string
  /** Where it is, in words. */
  readonly where: string
  readonly isOpen: boolean
  /** False when its folder is not there: moved, deleted, or on a disk that is not connected. */
  readonly isThere: boolean
}

/** A library that the reader has chosen in a dialog, and that can be opened now. */
export type ChosenLibrary = Pick<KnownLibrary, 'library' | 'name'>

export const libraryTokenSchema = v.pipe(v.string(), v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u))

/** What a library is called: its folder, but for the one that is there from the first start. */
export const libraryName = (path: string): string => {
  const parts = path.split(/[/\\]/u).filter(part => part !== '')
  const name = parts.at(-1) ?? path
  return name === 'library' && parts.at(-2) === 'pathmark' ? 'My library' : name
}
