import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { median, startMeasured } from './measured-window.ts'
import type { MeasuredWindow } from './measured-window.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ROUNDS = 7

/** Milliseconds from the start of the process to the moment that the page names. */
const timeTo = async (window: MeasuredWindow, entry: string): Promise<number> => {
  await window.page.waitForFunction(name => performance.getEntriesByName(name).length > 0, entry)
  return window.page
    .evaluate(name => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN), entry)
    .then(at => at - window.startedAt)
}

test('start to readable article and memory, against an empty window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-bench-'))
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') }
  const times = { empty: [] as number[], pathmark: [] as number[] }
  const memory = { empty: [] as number[], pathmark: [] as number[] }
  // The first round fills caches (and makes the library) and is not counted; then the two take turns.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, path, entry] of [
      ['empty', join(ROOT, 'tests/bench/empty-window'), 'first-contentful-paint'],
      ['pathmark', ROOT, 'pathmark:article-shown'],
    ] as const) {
      const window = await startMeasured(path, [], env)
      const time = await timeTo(window, entry)
      const size = window.memory()
      await window.end()
      if (round === 0) continue
      times[name].push(time)
      memory[name].push(size)
    }
  }
  rmSync(folder, { recursive: true, force: true })
  const ratio = median(times.pathmark.map((time, round) => time / (times.empty[round] ?? Number.NaN)))
  const share = median(memory.pathmark.map((size, round) => size / (memory.empty[round] ?? Number.NaN)))
  console.log(
    `start to readable article   ${median(times.pathmark).toFixed(0)} ms   empty window ${median(times.empty).toFixed(0)} ms   ratio ${ratio.toFixed(2)}   (goal at most 1.5)`,
  )
  console.log(
    `memory, all processes       ${median(memory.pathmark).toFixed(0)} MiB  empty window ${median(memory.empty).toFixed(0)} MiB  ratio ${share.toFixed(2)}`,
  )
  expect(ratio).toBeGreaterThan(0)
})
