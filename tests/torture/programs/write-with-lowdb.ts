import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'

/** Writes ever new content to the file named on the command line with lowdb's own adapter, and prints each number that was acknowledged. */
const low = new Low(new JSONFile<{ count: number; filling: string }>(process.argv[2] ?? ''), { count: 0, filling: '' })
for (let count = 1; ; count += 1) {
  low.data = { count, filling: 'x'.repeat(2_000) }
  await low.write()
  process.stdout.write(`${count}\n`)
}
