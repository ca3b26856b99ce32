import { randomUUID } from 'node:crypto'
import { openLibrary } from '#library/library.ts'
import { keepChange, makeChange, readKnownDocuments } from '../keeping/make-changes.ts'
import { randomFrom, wholeNumber } from '../random.ts'

/**
 * Opens the library named first, with the resources named second, and changes it without end, by the seed given third, up to
 * twenty things at once. It prints a line of JSON before it asks for a change, and one with the time when the change is acknowledged
 * or refused.
 */
const [folder = '', resources = '', seed = '1'] = process.argv.slice(2)
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
const now = () => new Date().toISOString()
const program = `torture ${process.pid}`
const opened = await openLibrary({ folder, create: false, write: true, resources, program, now, newId: randomUUID })
if (!opened.ok) throw new Error(opened.error.message)
const library = opened.value
if (library.readOnlyReason !== null) throw new Error(library.readOnlyReason)
const documents = await readKnownDocuments(library)
const random = randomFrom(Number(seed))
say({ opened: library.warnings })
let number = 0
const changeOnce = async (): Promise<boolean> => {
  const change = makeChange(documents, random, now())
  const name = number++
  say({ asked: name, change })
  const kept = await keepChange(library, change)
  say(kept.ok ? { acknowledged: name, at: Date.now() } : { refused: name, message: kept.error.message })
  return kept.ok
}
for (let going = true; going;) {
  const atOnce = random() < 0.5 ? 1 : wholeNumber(random, 2, 20)
  const outcomes = await Promise.all(Array.from({ length: atOnce }, changeOnce))
  going = outcomes.every(Boolean)
}
await library.close()
