import { writeDurably } from '#library/store/durable-file.ts'

/** Writes ever new content to the file named on the command line, and prints a number when its content is down. */
const path = process.argv[2] ?? ''
for (let count = Number(process.argv[3] ?? 0); ; count += 1) {
  const written = await writeDurably(path, JSON.stringify({ count, filling: 'x'.repeat(200_000), end: count }))
  if (!written.ok) throw new Error(written.error.message)
  process.stdout.write(`${count}\n`)
}
