import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode } from '#library/store/disk-failure.ts'
import { previousPath, writeDurably } from '#library/store/durable-file.ts'
import { readJson } from '#library/store/read-json.ts'
import { serialise } from '#library/store/serialise.ts'

/** So many libraries are remembered. */
const MOST = 10

const fileSchema = v.object({
  format: v.literal(1),
  /** Absolute paths of libraries' folders, the one that was opened last first. */
  libraries: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(32_767))), v.maxLength(1_000)),
})

/** Which libraries were opened on this machine. Kept apart from the settings, which the window reads: it has no use for paths. */
export interface KnownLibraries {
  /** The one that was opened last first; another list after each change, and the same one while there is none. */
  list(): readonly string[]
  /** A library was opened: it is the first from now on. */
  opened(path: string): Promise<Result<null>>
  forget(path: string): Promise<Result<null>>
}

const readPaths = (path: string): readonly string[] | null => {
  try {
    const read = readJson(readFileSync(path))
    if ('problem' in read || read.checksum === 'wrong') return null
    const file = v.safeParse(fileSchema, read.fields)
    return file.success ? file.output.libraries : null
  } catch (error) {
    // A library can be chosen again: what keeps the list from being read is no reason not to start.
    if (systemCode(error) === null) throw error
    return null
  }
}

/** @param path of `libraries.json`; one that is damaged counts as the version before, or as empty */
export const openKnownLibraries = (path: string): KnownLibraries => {
  const read = readPaths(path)
  let paths: readonly string[] = (read ?? readPaths(previousPath(path)) ?? []).slice(0, MOST)
  let keepPrevious = read !== null
  let written: Promise<Result<null>> = Promise.resolve(succeed(null))
  const write = async (): Promise<Result<null>> => {
    const result = await writeDurably(path, serialise({ format: 1, libraries: paths }), { keepPrevious })
    keepPrevious ||= result.ok
    return result
  }
  const change = (changed: readonly string[]): Promise<Result<null>> => {
    if (changed.length === paths.length && changed.every((one, at) => one === paths[at])) return written
    paths = changed
    written = written.then(write)
    return written
  }
  return {
    list: () => paths,
    opened: opened => change([opened, ...paths.filter(one => one !== opened)].slice(0, MOST)),
    forget: gone => change(paths.filter(one => one !== gone)),
  }
}
