import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import { isCopyOnly, isKeptSomewhere, isReserve } from './library-files.ts'
import type { FullLibrary } from './full-library.ts'
import { readAll } from './read-all.ts'

/** One way to damage one file of a library. */
export interface Damage {
  /** As it is told when something is amiss: `documents/x/notes.json cut after 17 bytes`. */
  readonly name: string
  /** Relative to the library's folder. */
  readonly path: string
  readonly make: (bytes: Buffer) => Buffer
  /** What the file then says is as good as what it said before: nobody has to be told, and nothing has to be the same. */
  readonly isOtherContent?: boolean
}

/** What came of one damage: how many records differ from what they were, and a line for each thing amiss. */
export interface DamageOutcome {
  readonly different: number
  readonly told: boolean
  readonly wrong: readonly string[]
}

const PROGRAM = 'torture'
const now = (): string => new Date().toISOString()

const sameJson = (a: Buffer, b: Buffer): boolean => {
  try {
    return JSON.stringify(JSON.parse(a.toString('utf8'))) === JSON.stringify(JSON.parse(b.toString('utf8')))
  } catch {
    return a.equals(b)
  }
}

/** The file holds all that it held, or, when it is a journal, all but what was written last. */
const saysTheSame = (path: string, before: Buffer, after: Buffer): boolean => {
  if (!path.endsWith('.jsonl')) return sameJson(before, after)
  return before.subarray(0, after.length).equals(after) && (after.length === 0 || after.at(-1) === 0x0a)
}

type CheckOptions = Omit<Parameters<typeof checkLibrary>[0], 'repair'>

/** What a check finds amiss, a line each. */
const problemsOf = async (options: CheckOptions): Promise<string[]> => {
  const checked = await checkLibrary({ ...options, repair: false })
  return checked.ok ? checked.value.problems.map(({ problem }) => problem) : [checked.error.message]
}

/** A library and all that is in it, to be damaged in copies. */
export interface DamageTrial {
  readonly library: FullLibrary
  readonly records: ReadonlyMap<string, unknown>
}

export const prepareDamage = async (library: FullLibrary): Promise<DamageTrial> => {
  const opened = await library.opened({ create: false })
  const { records, failures } = await readAll(opened)
  await opened.close()
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return { library, records }
}

const differences = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] => {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].filter(key => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)))
}

/** Records whose loss is the loss of one edit: a position that starts over costs nothing that was typed. */
const countsAsEdit = (key: string): boolean => !key.startsWith('position')

/** Makes a mark after everything, to see that the library can be used and keeps it. */
const useAfterwards = async ({ library }: DamageTrial, folder: string): Promise<string[]> => {
  const first = await library.open({ folder, create: false })
  if (!first.ok) return [`it does not open again: ${first.error.message}`]
  const before = await readAll(first.value)
  const [entry] = first.value.documents()
  const read = await first.value.readArticle(entry?.id ?? '')
  if (!read.ok) return [`an article cannot be read in the end: ${read.error.message}`]
  const what = { id: crypto.randomUUID(), now: now(), style: 'highlight', color: 'blue' } as const
  const annotation = makeAnnotation(read.value.article, { start: 0, end: 5 }, what)
  const saved = await first.value.saveNotes(read.value.article.id, [annotation], null)
  await first.value.close()
  if (!saved.ok) return [`nothing can be written in the end: ${saved.error.message}`]
  const second = await library.open({ folder, create: false })
  if (!second.ok) return [`it does not open a third time: ${second.error.message}`]
  const after = await readAll(second.value)
  const told = second.value.warnings
  await second.value.close()
  const changed = differences(before.records, after.records).filter(key => !key.endsWith(annotation.id))
  return [
    ...(after.records.has(`annotation ${entry?.id} ${annotation.id}`) ? [] : ['a mark made afterwards is not there']),
    ...changed.map(key => `${key} changed afterwards`),
    ...told.map(line => `told a second time: ${line}`),
  ]
}

/**
 * Damages a file of a copy of the library in `scratch` and opens it. It has to open, with all but the last edit of that file; what was
 * there has to be kept byte for byte; the reader, or whoever asks for a check, has to be told; and it has to be of use afterwards.
 */
export const damageOnce = async (trial: DamageTrial, damage: Damage, scratch: string): Promise<DamageOutcome> => {
  const folder = join(scratch, 'damaged')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await cp(trial.library.folder, folder, { recursive: true })
  const path = join(folder, damage.path)
  const before = await readFile(path)
  const after = damage.make(before)
  await writeFile(path, after)
  const { resources } = trial.library
  const options = { folder, resources, program: PROGRAM, now }
  const wrong: string[] = []

  // What nothing is read from, only a check can tell of.
  const problems = isReserve(damage.path) ? await problemsOf(options) : []
  const opened = await trial.library.open({ folder, create: false })
  if (!opened.ok) return { different: 0, told: true, wrong: [`it does not open: ${opened.error.message}`] }
  if (opened.value.readOnlyReason !== null) wrong.push(`it can only be read: ${opened.value.readOnlyReason}`)
  let read = await readAll(opened.value)
  const told = [...opened.value.warnings, ...read.failures]
  await opened.value.close()
  // Opening mends what it needs; what else there is, a check does when it is asked to.
  const isTouched = told.length > 0 || problems.length > 0
  if (isTouched && (read.failures.length > 0 || (await problemsOf(options)).length > 0)) {
    const repaired = await checkLibrary({ ...options, repair: true })
    if (!repaired.ok) wrong.push(`it cannot be repaired: ${repaired.error.message}`)
    else if (!repaired.value.ok && !isReserve(damage.path))
      wrong.push(
        ...repaired.value.problems.filter(one => !one.repaired).map(({ problem }) => `not repaired: ${problem}`),
      )
    const again = await trial.library.opened({ folder, create: false })
    read = await readAll(again)
    wrong.push(...read.failures.map(line => `not readable after a repair: ${line}`))
    await again.close()
  }

  const different = differences(trial.records, read.records).filter(countsAsEdit)
  const isHarmless = saysTheSame(damage.path, before, after) || damage.isOtherContent === true
  // A good file is used as it is, and is changed like any other.
  if (!isHarmless && !isCopyOnly(damage.path) && !(await isKeptSomewhere(folder, after)))
    wrong.push('what was there is not kept')
  if (different.length > 1 && damage.isOtherContent !== true)
    wrong.push(`${different.length} records are not as they were: ${different.slice(0, 3).join('; ')}`)
  const isTold = told.length > 0 || (isReserve(damage.path) && problems.length > 0)
  if (!isTold && !isHarmless && !isCopyOnly(damage.path)) wrong.push('nobody is told')
  if (wrong.length === 0 && isTouched && damage.isOtherContent !== true)
    wrong.push(...(await useAfterwards(trial, folder)))
  return { different: different.length, told: isTold, wrong: wrong.map(line => `${damage.name}: ${line}`) }
}
