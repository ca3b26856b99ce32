import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFiles, importProcesses } from './runaway/import-in-window.ts'
import { makeRunawayCopy } from './runaway/runaway-copy.ts'
import { runawayKinds } from './runaway/runaway-kinds.ts'
import type { RunawayKind } from './runaway/runaway-kinds.ts'
import { watchPauses } from './runaway/watch-pauses.ts'
import type { Pauses } from './runaway/watch-pauses.ts'
import { ran } from './trial.ts'
import type { Trial, TrialOptions } from './trial.ts'
import { startWindow } from './window.ts'
import type { StartedWindow } from './window.ts'

/** Milliseconds that nothing in the window may wait. */
const LONGEST_PAUSE = 100

/** The limits of the program are 2 GiB and a minute; this is the time by which the reader must have been told. */
const TOLD_AFTER = 90_000

const MEBIBYTE = 1024 * 1024

interface Attempt {
  readonly kind: RunawayKind
  readonly pauses: Pauses
  /** Bytes that the import process held when it held most. */
  readonly peak: number
  readonly seconds: number
  readonly missed: readonly string[]
}

const page = (title: string): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>IL-10 reduces pain.</p></article>`

const documentCount = (window: StartedWindow): Promise<number> =>
  window.page.evaluate(async () => {
    const { pathmark } = globalThis as unknown as {
      readonly pathmark: {
        readonly call: (name: string) => Promise<{ readonly value: { readonly documents: readonly unknown[] } }>
      }
    }
    return (await pathmark.call('library.state')).value.documents.length
  })

const wait = (time: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, time)
  })

/** Imports one file that runs away, and looks at window, memory and library until the reader has been told. */
const attempt = async (window: StartedWindow, folder: string, kind: RunawayKind): Promise<Attempt> => {
  const missed: string[] = []
  const path = join(folder, `${kind}.html`)
  writeFileSync(path, page(kind))
  const before = await documentCount(window)
  const stop = await watchPauses(window)
  const began = performance.now()
  await importFiles(window, [path])
  const notice = window.page.locator('.notice.failure')
  let peak = 0
  while ((await notice.count()) === 0 && performance.now() - began < TOLD_AFTER) {
    peak = Math.max(peak, ...(await importProcesses(window)))
    await wait(100)
  }
  const seconds = (performance.now() - began) / 1000
  const pauses = await stop()
  const told = (await notice.count()) === 0 ? '' : ((await notice.first().textContent()) ?? '')
  if (!/Nothing in the library was changed/.test(told)) missed.push(`${kind}: the reader was told “${told.trim()}”`)
  await window.page.keyboard.press('Escape')
  for (const button of await notice.getByRole('button', { name: 'Dismiss' }).all()) await button.click()
  const left = performance.now() + 5_000
  while ((await importProcesses(window)).length > 0 && performance.now() < left) await wait(50)
  if ((await importProcesses(window)).length > 0) missed.push(`${kind}: its process is still there`)
  if ((await documentCount(window)) !== before) missed.push(`${kind}: the library was changed`)
  for (const [where, pause] of Object.entries(pauses))
    if (!(pause < LONGEST_PAUSE)) missed.push(`${kind}: ${where} waited ${Math.round(pause)} ms`)
  return { kind, pauses, peak, seconds, missed }
}

/** Has the window import each of `kinds`, and a good file after all of them. */
export const runAway = async (
  { root, scratch, say }: Pick<TrialOptions, 'root' | 'scratch' | 'say'>,
  kinds: readonly RunawayKind[],
): Promise<{ readonly attempts: readonly Attempt[]; readonly quiet: Pauses; readonly missed: readonly string[] }> => {
  const copy = join(scratch, 'copy')
  await makeRunawayCopy(root, copy)
  const folder = join(scratch, 'files')
  mkdirSync(folder)
  const window = await startWindow({ root: copy, scratch }, { library: join(scratch, 'library') })
  await window.page.getByRole('button', { name: 'Make a new library there' }).click()
  await window.page.locator('#article').getByRole('heading').first().waitFor()
  // The same clocks with nothing going on tell what the machine itself keeps waiting.
  const stop = await watchPauses(window)
  await wait(5_000)
  const quiet = await stop()
  const attempts: Attempt[] = []
  for (const kind of kinds) {
    const made = await attempt(window, folder, kind)
    const { page: inPage, main, bridge } = made.pauses
    say(
      `${kind}: given up after ${made.seconds.toFixed(1)} s with ${Math.round(made.peak / MEBIBYTE)} MiB; ` +
        `longest pauses: page ${Math.round(inPage)}, main ${Math.round(main)}, bridge ${Math.round(bridge)} ms`,
    )
    attempts.push(made)
  }
  const good = join(folder, 'good.html')
  writeFileSync(good, page('After all of them'))
  const before = await documentCount(window)
  await importFiles(window, [good])
  await window.page.locator('.notice.success').waitFor()
  const missed = attempts.flatMap(made => made.missed)
  const isThere = (await documentCount(window)) === before + 1
  await window.app.close()
  return { attempts, quiet, missed: isThere ? missed : [...missed, 'a good file was not imported afterwards'] }
}

export const trial: Trial = {
  title: 'imports that run away in the window: endless loops, 5 GB and more of memory, output without end, crashes',
  goal: 'killed at their limit, the window answers within 100 ms throughout',
  rounds: runawayKinds.length,
  runs: 'window',
  run: async options => {
    const { attempts, quiet, missed } = await runAway(options, runawayKinds.slice(0, options.rounds))
    const longest = (part: keyof Pauses): number => Math.round(Math.max(...attempts.map(({ pauses }) => pauses[part])))
    const peak = Math.round(Math.max(...attempts.map(made => made.peak)) / MEBIBYTE)
    return ran(
      `${attempts.length} kinds, each ended and told; at most ${peak} MiB held; longest pause: ` +
        `page ${longest('page')} ms, main process ${longest('main')} ms, bridge ${longest('bridge')} ms ` +
        `(with nothing going on ${Math.round(Math.max(quiet.page, quiet.main, quiet.bridge))} ms)`,
      missed,
    )
  },
}
