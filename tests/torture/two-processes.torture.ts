import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as v from 'valibot'
import { buildProgram, startProgram } from '../integration/store/child-program.ts'
import { Ledger } from './keeping/ledger.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary, MANY_ANNOTATIONS } from './keeping/sample-library.ts'
import type { SampleLibrary } from './keeping/sample-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

const savedSchema = v.object({
  writable: v.boolean(),
  readOnlyReason: v.nullable(v.string()),
  saved: v.number(),
})

interface Worker {
  saved: number
  refused: number
  readonly wrong: string[]
}

/** A refusal has to say who has the library: a program by its process or its computer. */
const namesHolder = (reason: string): boolean => /in use by .+ \(process \d+, since .+\)/u.test(reason)

/** One process that opens the library and saves all at once; again as long as it is refused. */
const saveThroughLibrary = async (program: string, setUp: SampleLibrary, updates: number): Promise<Worker> => {
  const worker: Worker = { saved: 0, refused: 0, wrong: [] }
  while (worker.saved === 0 && worker.wrong.length === 0) {
    const child = startProgram(program, setUp.folder, setUp.resources, String(updates))
    const outcome = v.parse(savedSchema, JSON.parse(await child.line()))
    const { status, errors } = await child.end()
    if (status !== 0) worker.wrong.push(errors)
    worker.saved += outcome.saved
    if (outcome.writable) continue
    worker.refused += 1
    if (outcome.saved > 0) worker.wrong.push('it saved without the right to')
    if (!namesHolder(outcome.readOnlyReason ?? ''))
      worker.wrong.push(`refused without a name: ${outcome.readOnlyReason}`)
  }
  if (worker.saved !== updates) worker.wrong.push(`${worker.saved} of ${updates} changes were acknowledged`)
  return worker
}

/** A process for each change, one after another, on the command line; again as long as it is refused. */
const annotateOften = async (root: string, setUp: SampleLibrary, updates: number, name: string): Promise<Worker> => {
  const worker: Worker = { saved: 0, refused: 0, wrong: [] }
  while (worker.saved < updates && worker.wrong.length === 0) {
    const quote = `In sample ${worker.saved % 300} of Few marks the`
    const note = `${name} ${worker.saved}`
    const parameters = ['annotate', setUp.few, '--quote', quote, '--note', note, '--library', setUp.folder]
    const child = spawn(process.execPath, [join(root, 'out/cli/pathmark.js'), ...parameters])
    let printed = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => (printed += part))
    const closed = once(child, 'close')
    child.stdout.resume()
    await closed
    if (child.exitCode === 0) worker.saved += 1
    else if (namesHolder(printed)) worker.refused += 1
    else worker.wrong.push(printed)
  }
  return worker
}

const countAnnotations = async (setUp: SampleLibrary): Promise<{ few: number; listed: number; all: number }> => {
  const library = await setUp.opened({ write: false, create: false })
  let all = 0
  let few = 0
  for (const { id } of library.documents()) {
    const notes = await library.readNotes(id)
    if (!notes.ok) throw new Error(notes.error.message)
    all += notes.value.annotations.length
    if (id === setUp.few) few = notes.value.annotations.length
  }
  const listed = library.documents().reduce((sum, { annotations }) => sum + annotations, 0)
  await library.close()
  return { few, listed, all }
}

/** What `makeSampleLibrary` put into the document with few marks. */
const FEW_ANNOTATIONS = 3

export const trial: Trial = {
  title: 'two processes with 400 updates each on one library, through the library and through the command line',
  goal: 'all acknowledged changes there, and who is refused is told who has the library',
  rounds: 400,
  run: async ({ root, scratch, rounds: updates, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const program = await buildProgram(join(root, 'tests/integration/library/programs/open-and-save.ts'), scratch)
    const before = FEW_ANNOTATIONS + MANY_ANNOTATIONS
    const saving = await Promise.all([1, 2].map(() => saveThroughLibrary(program, setUp, updates)))
    const afterSaving = await countAnnotations(setUp)
    say(`library: ${afterSaving.all - before} of ${2 * updates} there`)
    const annotating = await Promise.all(['one', 'two'].map(name => annotateOften(root, setUp, updates, name)))
    const after = await countAnnotations(setUp)
    const missed = [...saving, ...annotating].flatMap(({ wrong }) => wrong)
    missed.push(...(await reopenAndCompare(setUp, new Ledger(), { ignore: () => true })))
    if (afterSaving.all !== before + 2 * updates)
      missed.push(`library: ${afterSaving.all - before} of ${2 * updates} changes are there`)
    if (after.few !== FEW_ANNOTATIONS + 2 * updates)
      missed.push(`command line: ${after.few - FEW_ANNOTATIONS} of ${2 * updates} changes are there`)
    if (after.listed !== after.all) missed.push(`${after.all} annotations are there and ${after.listed} are listed`)
    const refusals = (workers: readonly Worker[]) => workers.reduce((sum, { refused }) => sum + refused, 0)
    return ran(
      `library: ${afterSaving.all - before} of ${2 * updates} there, ${refusals(saving)} times refused with the holder's name; ` +
        `command line: ${after.few - FEW_ANNOTATIONS} of ${2 * updates} there, ${refusals(annotating)} times refused with the holder's name`,
      missed,
    )
  },
}
