import { checkLibrary } from '#library/checking/check-library.ts'
import type { Ledger } from './ledger.ts'
import { readRecords } from './read-records.ts'
import type { SampleLibrary } from './sample-library.ts'

/** The lock of a process that is gone is known as such at once; waiting for a living one takes two seconds. */
const LONGEST_OPENING_MS = 1_500

const PROGRAM = 'torture'

/**
 * Opens a library after something happened to it, compares it with the ledger and checks its files; gives a line for each thing
 * that is not as it has to be. What was found is what the ledger goes on from.
 */
export const reopenAndCompare = async (
  setUp: Pick<SampleLibrary, 'folder' | 'open' | 'resources'>,
  ledger: Ledger,
  { ignore = () => false }: { readonly ignore?: (key: string) => boolean } = {},
): Promise<string[]> => {
  const began = performance.now()
  const opened = await setUp.open({ create: false })
  if (!opened.ok) return [`it does not open: ${opened.error.message}`]
  const library = opened.value
  const wrong: string[] = []
  const took = performance.now() - began
  if (took > LONGEST_OPENING_MS) wrong.push(`opening took ${Math.round(took)} ms`)
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
