import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Ledger } from './keeping/ledger.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary, samplePage } from './keeping/sample-library.ts'
import type { SampleLibrary } from './keeping/sample-library.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

/** One command, and whether what it was to do is in the library: `whole`, `absent`, or what is there instead. */
interface Attempt {
  readonly parameters: readonly string[]
  readonly found: () => Promise<string>
}

interface Ended {
  readonly printed: string
  readonly seconds: number
}

/** When a command is killed: so many milliseconds after its start, or after it has taken the lock to write. */
interface Moment {
  readonly after: 'start' | 'lock'
  readonly ms: number
}

const lockTaken = (folder: string, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    watch(folder, { signal }, (_event, name) => {
      if (name === 'library.lock') resolve()
    })
  })

/** Runs the built command line, and kills it at the moment unless that is null. */
const runCommandLine = async (
  root: string,
  parameters: readonly string[],
  folder: string,
  moment: Moment | null,
): Promise<Ended & { readonly killed: boolean }> => {
  const watching = new AbortController()
  const locked = lockTaken(folder, watching.signal)
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'out/cli/pathmark.js'), ...parameters])
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part))
  const ended = once(child, 'close')
  if (moment !== null) {
    if (moment.after === 'lock') await Promise.race([ended, locked])
    await Promise.race([ended, pause(moment.ms)])
    child.kill('SIGKILL')
  }
  await ended
  watching.abort()
  return { printed, seconds: (performance.now() - began) / 1_000, killed: child.signalCode === 'SIGKILL' }
}

const annotate = ({ folder, many, opened }: SampleLibrary, round: number): Attempt => {
  const quote = `In sample ${round % 300} of Many marks`
  const note = `made in round ${round}`
  return {
    parameters: ['annotate', many, '--quote', `${quote} the`, '--note', note, '--library', folder, '--json'],
    found: async () => {
      const library = await opened({ write: false, create: false })
      const notes = await library.readNotes(many)
      await library.close()
      if (!notes.ok) return notes.error.message
      const made = notes.value.annotations.filter(annotation => annotation.note === note)
      if (made.length === 0) return 'absent'
      return made.length === 1 && made[0]?.selectors.quote.exact === `${quote} the` ? 'whole' : JSON.stringify(made)
    },
  }
}

const importPage = async (setUp: SampleLibrary, scratch: string, round: number): Promise<Attempt> => {
  const title = `Round ${round}`
  const path = join(scratch, `round-${round}.html`)
  await writeFile(path, samplePage(title, 40))
  return {
    parameters: ['import', path, '--library', setUp.folder, '--json'],
    found: async () => {
      const library = await setUp.opened({ write: false, create: false })
      const entry = library.documents().find(document => document.title === title)
      const read = entry && (await library.readDocument(entry.id))
      await library.close()
      if (read === undefined) return 'absent'
      if (!read.ok) return read.error.message
      const { sourceFile } = read.value.article.provenance
      const source = await readFile(join(setUp.folder, 'documents', read.value.article.id, sourceFile))
      return source.equals(await readFile(path)) ? 'whole' : 'the source is not the file that was imported'
    },
  }
}

/** The longest that a command has the lock before it is killed. */
const LONGEST_LOCK_MS = 400

/** A moment in which a command writes, or any moment of a command that takes so many seconds. */
const momentWithin = (seconds: number, random: Random): Moment =>
  random() < 0.7
    ? { after: 'lock', ms: random() * LONGEST_LOCK_MS }
    : { after: 'start', ms: seconds * 1_100 * random() }

export const trial: Trial = {
  title: 'kill -9 of the command line while it annotates or imports, at random moments',
  goal: 'what it printed as done is there, the rest whole or not at all, nothing left over, the lock of the dead known at once',
  rounds: 200,
  run: async ({ root, scratch, seed, rounds, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const random = randomFrom(seed)
    const missed: string[] = []
    const usual = new Map<string, number>()
    const counts = { killed: 0, done: 0, whole: 0, absent: 0 }
    for (let round = 1; round <= rounds; round += 1) {
      const attempt = round % 4 === 0 ? await importPage(setUp, scratch, round) : annotate(setUp, round)
      const [command = ''] = attempt.parameters
      if (!usual.has(command)) {
        const other = command === 'import' ? await importPage(setUp, scratch, rounds + 1) : annotate(setUp, rounds + 1)
        usual.set(command, (await runCommandLine(root, other.parameters, setUp.folder, null)).seconds)
      }
      const moment = momentWithin(usual.get(command) ?? 1, random)
      const ended = await runCommandLine(root, attempt.parameters, setUp.folder, moment)
      const done = ended.printed.endsWith('\n')
      const wrong = (await reopenAndCompare(setUp, new Ledger(), { ignore: () => true })).filter(
        // An article whose folder was there already and whose line was not: it comes in, and that is said.
        line => !line.includes('had not been listed'),
      )
      const found = await attempt.found()
      counts.killed += Number(ended.killed)
      counts.done += Number(done)
      if (found === 'whole' || found === 'absent') counts[found] += 1
      else wrong.push(`half there: ${found}`)
      if (done && found !== 'whole') wrong.push(`it said that it was done: ${ended.printed.slice(0, 200)}`)
      missed.push(...wrong.map(line => `${command} ${round}: ${line}`))
      if (round % 20 === 0) say(`${round} runs, ${counts.killed} killed, ${counts.done} done, ${missed.length} amiss`)
    }
    const { killed, done, whole, absent } = counts
    return ran(
      `${rounds} runs, ${killed} killed before their end, ${done} had said that they were done; ${whole} whole, ${absent} not there; ${missed.length} things amiss`,
      missed,
    )
  },
}
