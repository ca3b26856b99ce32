/** Folders that words for the reader may lead to. Each is absolute and without a separator at its end. */
export interface KnownPlaces {
  /** The library's folder, under every name that it has. What lies in it is named from there on. */
  readonly library: readonly string[]
  /** The reader's own folder, shown as `~`. */
  readonly home: readonly string[]
}

/** A path begins after none of these: there it would be the rest of a word, of an address or of another path. */
const BEGINNING = String.raw`(?<![\p{L}\p{N}.:~<…/\\_-])`
const PART = String.raw`[^\s/\\:;,"'“”‘’()<>|*?]+`
/** `/a/b`, `C:\a\b`, `\\server\a`. One with blanks in it is only taken as far as the first. */
const ABSOLUTE_PATH = new RegExp(
  String.raw`${BEGINNING}(?:/|[A-Za-z]:[\\/]|\\\\)(?:${PART}[\\/])*(?<last>${PART})[\\/]?`,
  'gu',
)
/** The beginning of a path that is written as an address: before a drive, and before a root. */
const FILE_DRIVE = /\bfile:\/+(?=[A-Za-z]:)/gu
const FILE_ROOT = /\bfile:\/+(?=[^\s/])/gu

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)

/** The folder in a text: with the separator after it, or at its own end, but not as the beginning of a longer name. */
const folderPattern = (folder: string): RegExp =>
  new RegExp(
    String.raw`${BEGINNING}${escaped(folder)}(?:(?<inside>[/\\])(?=\S)|(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}]))`,
    'gu',
  )

const lastName = (folder: string): string =>
  folder.slice(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')) + 1)

/** A folder that is all of the disk would make every path look as if it lay in it. */
const isFolder = (folder: string): boolean => lastName(folder) !== ''

/**
 * Takes the places of this machine out of a text for the reader: a file of the library is named from the library's folder
 * on (`documents/x/notes.json`), one in the reader's own folder from there on (`~/a.html`), and of any other path the last
 * name is left (`…/a.html`). Longer folders come first, so that a library in the reader's folder is one.
 */
export const pathsTakenOut = ({ library, home }: KnownPlaces): ((text: string) => string) => {
  const places = [
    ...library.map(folder => ({ folder, inside: '', itself: `…/${lastName(folder)}` })),
    ...home.map(folder => ({ folder, inside: '~/', itself: '~' })),
  ]
    .filter(({ folder }) => isFolder(folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)
    .map(place => ({ ...place, pattern: folderPattern(place.folder) }))
  return text => {
    let shown = text.replaceAll(FILE_DRIVE, '').replaceAll(FILE_ROOT, '/')
    for (const { pattern, inside, itself } of places)
      shown = shown.replaceAll(pattern, (_found, separator: string | undefined) =>
        separator === undefined ? itself : inside,
      )
    return shown.replaceAll(ABSOLUTE_PATH, (_found, last: string) => `…/${last}`)
  }
}
