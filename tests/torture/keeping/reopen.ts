import { checkLibrary } from '#library/checking/check-library.ts'
import type { Ledger } from './ledger.ts'
import { readRecords } from './read-records.ts'
import type { SampleLibrary } from './sample-library.ts'

/** Waiting for a living holder of the lock takes two seconds; that of a process that is gone is known as such at once. */
const PATIENCE_MS = 1_950

const PROGRAM = 'torture'

/** What the work gives, and how many milliseconds it took. */
const timed = async <T>(work: () => Promise<T>): Promise<{ readonly took: number; readonly value: T }> => {
  const began = performance.now()
  const value = await work()
  return { took: performance.now() - began, value }
}

/**
 * Opens a library after something happened to it, compares it with the ledger and checks its files; gives a line for each thing
 * that is not as it has to be. What was found is what the ledger goes on from.
 */
export const reopenAndCompare = async (
  setUp: Pick<SampleLibrary, 'folder' | 'open' | 'resources'>,
  ledger: Ledger,
  { ignore = () => false }: { readonly ignore?: (key: string) => boolean } = {},
): Promise<string[]> => {
  const { took: withoutLock } = await timed(() => setUp.open({ create: false, write: false }))
  const { took, value: opened } = await timed(() => setUp.open({ create: false }))
  if (!opened.ok) return [`it does not open: ${opened.error.message}`]
  const library = opened.value
  const wrong: string[] = []
  if (took - withoutLock > PATIENCE_MS) wrong.push(`it waited for the lock: opening took ${Math.round(took)} ms`)
  if (library.readOnlyReason !== null) wrong.push(`it opened for reading only: ${library.readOnlyReason}`)
  const found = new Map([...(await readRecords(library))].filter(([key]) => !ignore(key)))
  wrong.push(...ledger.compare(found))
  ledger.settle(found)
  wrong.push(...library.warnings.map(line => `told without need: ${line}`))
  await library.close()
  const now = () => new Date().toISOString()
  const { folder, resources } = setUp
  const checked = await checkLibrary({ folder, resources, program: PROGRAM, now, repair: false })
  if (!checked.ok) return [...wrong, `check failed: ${checked.error.message}`]
  return [...wrong, ...checked.value.problems.map(({ path, problem }) => `check: ${path}: ${problem}`)]
}
