import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { forkImportProcess } from '#library/importing-apart/fork-import-process.ts'
import { importApart } from '#library/importing-apart/import-apart.ts'
import { limitsFor } from '#library/importing-apart/import-limits.ts'
import type { ImportLimits } from '#library/importing-apart/import-limits.ts'
import type { ImportProcess } from '#library/importing-apart/import-process.ts'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import { runawayKinds } from '../../torture/runaway/runaway-kinds.ts'
import type { RunawayKind } from '../../torture/runaway/runaway-kinds.ts'
import { buildProgram } from '../store/child-program.ts'

const MEBIBYTE = 1024 * 1024
const tight: ImportLimits = { time: 2_000, memory: 256 * MEBIBYTE, heap: 96 * MEBIBYTE, answer: 4 * MEBIBYTE }
/** A busy machine takes a while to fill its memory, which is not to be taken for an endless loop. */
const patient: ImportLimits = { ...tight, time: 25_000 }
const endsByTime: ReadonlySet<RunawayKind> = new Set(['endless-loop', 'waits-for-ever', 'backtracking'])

let folder = ''
let program = ''
const running = new Set<ImportProcess>()
let runner: ImportRunner

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-import-'))
  program = await buildProgram('tests/torture/programs/runaway-import.ts', folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => runner.close())

const start = (limits: ImportLimits = tight): void => {
  const fork = forkImportProcess(program)
  runner = importApart({
    start: (heap, task) => {
      const process = fork(heap, task)
      // What purifies is kept for the next file.
      if (task === 'purify') return process
      running.add(process)
      process.onEnd(() => running.delete(process))
      return process
    },
    limits: size => (size < page.length ? limits : limitsFor(size)),
  })
}

const page = '<!doctype html><title>Pain</title><article><h1>Pain</h1><p>IL-10 reduces it.</p></article>'

const run = (name: string, content = '<p>', signal?: AbortSignal) => {
  const bytes = new TextEncoder().encode(content)
  const order = { fileName: `${name}.html`, now: '2026-01-02T03:04:05Z', program: 'Pathmark test' }
  return runner.run({ bytes, hash: contentHash(bytes) }, order, { signal })
}

/** Why each is given up, as the reader is told. */
const told: Record<RunawayKind, RegExp> = {
  'endless-loop': /took more than 2 seconds/,
  'waits-for-ever': /took more than 2 seconds/,
  backtracking: /took more than 2 seconds/,
  buffers: /took more than 256 MiB of memory/,
  strings: /took more than 256 MiB of memory|ended the process/,
  objects: /ended the process/,
  recursion: /brought about a fault/,
  'output-without-end': /is no article|an article of more than 4 MiB/,
  'one-endless-frame': /is no article/,
  noise: /is no article/,
  'foreign-article': /is no article/,
  'progress-without-end': /is no article/,
  leaves: /ended the process/,
  aborts: /ended the process/,
  throws: /brought about a fault/,
}

describe('an import that runs away', () => {
  it.each(runawayKinds)('%s: is ended at its limit, is told, and the next file is imported', async kind => {
    start(endsByTime.has(kind) ? tight : patient)
    const failed = await run(kind)
    expect(failed).toMatchObject({ ok: false, error: { code: 'not-readable' } })
    expect(failed.ok ? '' : failed.error.message).toMatch(told[kind])
    expect(failed.ok ? '' : failed.error.message).toMatch(/Nothing in the library was changed\.$/)
    await expect.poll(() => running.size).toBe(0)
    expect(await run('pain', page)).toMatchObject({ ok: true, value: { article: { metadata: { title: 'Pain' } } } })
  })
})
