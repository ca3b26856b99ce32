import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import type { FoundCopy } from './copies-in-folder.ts'
import { moveToTrash } from './move-to-trash.ts'

/** What became of one copy: what came from it (null: nothing that was not there already), or why it stays where it is. */
export type TakenIn = { readonly brought: string | null } | { readonly why: string }

/** A count with its noun; null for none. */
export const counted = (count: number, one: string, many: string): string | null => {
  if (count === 0) return null
  return count === 1 ? `one ${one}` : `${count} ${many}`
}

/** How many of the records that are there now were not there before as they are now. */
export const countNew = (before: readonly object[], after: readonly object[]): number => {
  const known = new Set(before)
  return after.filter(record => !known.has(record)).length
}

/** Changes a database by what a copy says, and says what came from it. A value that stays as it is costs no write. */
export const changeBy = async <T extends object>(
  database: GuardedDatabase<T>,
  take: (value: T) => T,
  describe: (before: T, after: T) => string | null,
): Promise<TakenIn> => {
  let brought: string | null = null
  const saved = await database.update(before => {
    const after = take(before)
    brought = after === before ? null : describe(before, after)
    return after
  })
  return saved.ok ? { brought } : { why: saved.error.message }
}

/** Says of one copy what became of it. */
const describeTakenIn = (name: string, of: string, taken: TakenIn, trash: Result<string> | null): string => {
  if ('why' in taken)
    return (
      `“${name}” looks like a copy of ${of} that a sync program made, but ${taken.why}. ` +
      'It stays where it is; move it out of the library when you do not need it.'
    )
  const brought =
    taken.brought === null
      ? 'Nothing was in it that is not here already.'
      : `${taken.brought.charAt(0).toUpperCase()}${taken.brought.slice(1)} came from it.`
  const kept = trash?.ok === true ? `It is kept in ${trash.value}.` : 'It could not be moved into trash/ and stays.'
  return `A sync program left “${name}”, a copy of ${of}, and it was united with what is here. ${brought} ${kept}`
}

export interface CopiesFolder {
  /** The library's folder. */
  readonly library: string
  /** Where the copies lie, relative to it; empty for the library's folder itself. */
  readonly path: string
  readonly now: () => string
}

/**
 * Takes in copies one after the other by `take`, which is given where each lies. A copy is moved to the trash when all of it is on the
 * disk; one that cannot be used stays. Gives a line for each.
 */
export const takeInEach = async (
  { library, path, now }: CopiesFolder,
  copies: readonly FoundCopy[],
  take: (path: string, copy: FoundCopy) => Promise<TakenIn>,
): Promise<string[]> => {
  const lines: string[] = []
  for (const copy of copies) {
    const { name, of } = copy
    const taken = await take(join(library, path, name), copy)
    const trash =
      'why' in taken ? succeed('') : await moveToTrash(library, path === '' ? name : `${path}/${name}`, now())
    lines.push(describeTakenIn(name, of, taken, trash))
  }
  return lines
}
