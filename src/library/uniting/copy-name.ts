/** Names that stand beside a file of a library and belong to the program itself. */
const OWN_NAME =
  /^(?:notes|mechanisms)\.begun\.json(?:\.previous)?$|\.journal\.jsonl(?:\.previous)?$|\.tmp$|\.damaged-/u

/** Longest part that a sync program puts into a name, with the name of a computer and of a person. */
const LONGEST_MARK = 200

/**
 * What sync programs put between a file's name and its extension when two computers have changed it: always after a
 * blank, a bracket, a hyphen, an underscore or a full stop.
 *
 * Dropbox ` (Anna's conflicted copy 2026-11-22)`, also in other languages · Nextcloud ` (conflicted copy 2026-11-22 101500)` ·
 * ownCloud `_conflict-20261122-101500` · Syncthing `.sync-conflict-20261122-101500-ABCDEFG` · OneDrive `-DESKTOP-AB12` ·
 * iCloud ` 2` · Google Drive ` (1)` · Seafile ` (SFConflict anna@example.org 2026-11-22-10-15-00)` · Resilio `.Conflict` ·
 * Synology `_DESKTOP_Nov-22-101500-2026_Conflict` · Windows ` - Copy`
 */
const MARK = /^[ .\-_(].*$/su

/** A file's name before its mark, and what comes after. */
const partsOf = (original: string): readonly [string, string] => {
  const journal = /^(.*)(\.jsonl?|\.previous)$/u.exec(original)
  return [journal?.[1] ?? original, journal?.[2] ?? '']
}

/**
 * True when a sync program may have given this name to a copy of the file `original` in the same folder. What is in
 * the file has to decide.
 */
const mayBeCopyOf = (original: string, name: string): boolean => {
  if (name === original) return false
  const [stem, extension] = partsOf(original)
  if (!name.startsWith(stem) || !name.endsWith(extension) || name.length <= stem.length + extension.length) return false
  const mark = name.slice(stem.length, name.length - extension.length)
  return mark.length <= LONGEST_MARK && MARK.test(mark)
}

/** Of the files of a folder those that may be copies of one of `originals`, each with the one that it may be a copy of. */
export const copiesAmong = (
  names: readonly string[],
  originals: readonly string[],
): readonly { readonly name: string; readonly original: string }[] => {
  const own = new Set(originals)
  const others = names.filter(name => !own.has(name) && !OWN_NAME.test(name))
  if (others.length === 0) return []
  // The longest name that fits is meant: `notes.journal (1).jsonl` is no copy of `notes.jsonl`.
  const byLength = originals.toSorted((a, b) => b.length - a.length)
  return others.toSorted().flatMap(name => {
    const original = byLength.find(candidate => mayBeCopyOf(candidate, name))
    return original === undefined ? [] : [{ name, original }]
  })
}
