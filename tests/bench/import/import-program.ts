import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { contentHash } from '#library/importing/content-hash.ts'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { importApart } from '#library/importing-apart/import-apart.ts'
import type { ImportProcess } from '#library/importing-apart/import-process.ts'

/** What importing a file several times, one after the other, came to. */
export interface Importing {
  /** Milliseconds of the processor for each time, of the program and of all its import processes. */
  readonly each: number
  /** MiB that all import processes held at most at one time. */
  readonly memory: number
  readonly text: string
}

const TICK = 10

/** Milliseconds of the processor that this process and all that it started and that have ended took. */
const spent = (): number => {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]) * TICK, 0)
}

const [, , program = '', path = '', times = ''] = process.argv
const bytes = new Uint8Array(await readFile(path))
const source = { bytes, hash: contentHash(bytes) }
const order = { fileName: basename(path), now: '2026-01-02T03:04:05Z', program: 'Pathmark bench' }

const started: Promise<void>[] = []
const running = new Set<ImportProcess>()
const fork = forkImportProcess(program)
const runner = importApart({
  atOnce: 1,
  start: (heap, task) => {
    const child = fork(heap, task)
    running.add(child)
    started.push(
      new Promise(resolve => {
        child.onEnd(() => {
          running.delete(child)
          resolve()
        })
      }),
    )
    return child
  },
})
let memory = 0
const look = async (): Promise<void> => {
  const held = await Promise.all([...running].map(child => child.memory()))
  memory = Math.max(
    memory,
    held.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  )
}
const watch = setInterval(() => void look(), 10)

const before = spent()
let text = ''
for (let time = 0; time < Number(times); time += 1) {
  const imported = await runner.run(source, order)
  if (!imported.ok) throw new Error(imported.error.message)
  text = imported.value.article.text
}
await runner.close()
await Promise.all(started)
clearInterval(watch)
const importing: Importing = { each: (spent() - before) / Number(times), memory: memory / 1024 / 1024, text }
process.stdout.write(JSON.stringify(importing))
