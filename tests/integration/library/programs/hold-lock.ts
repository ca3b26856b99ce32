import { once } from 'node:events'
import { lockLibrary } from '#library/library-lock.ts'

/** Takes the lock named on the command line, prints what that came to, and gives it back when its input ends. */
const outcome = await lockLibrary({
  path: process.argv[2] ?? '',
  program: 'a second program',
  now: () => '2026-11-22T10:00:00.000Z',
  patience: Number(process.argv[3] ?? 0),
})
process.stdout.write(`${outcome.state}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
if (outcome.state === 'held') await outcome.lock.release()
