import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { throughAllSinks } from '../attack/all-sinks.ts'
import { startBareWindow } from '../attack/bare-window.ts'
import type { BareWindow } from '../attack/bare-window.ts'
import { attackStrings } from '../attack/collection.ts'
import type { AttackString } from '../attack/collection.ts'
import { startCountingServer } from '../attack/counting-server.ts'
import { throughExports } from '../attack/through-exports.ts'
import { behindPolicyOnly, behindSandboxOnly, inCarelessMarkdown, withoutWalls } from '../attack/trial-parts.ts'
import { watchWindow } from '../attack/watch-window.ts'
import { sentPackets } from './counted-network.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import { ran } from './trial.ts'
import type { Trial, TrialOptions } from './trial.ts'
import { startWindow } from './window.ts'
import type { StartedWindow } from './window.ts'

/** Strings that go through the window in one article. */
const TOGETHER = 100
/** Of each hundred, so many that cannot stand beside others are an article's whole content as well. */
const ALONE = 10

/** A name that is not found is asked for again, after five seconds at the latest: what belongs to something before is over then. */
const OVER_MS = 6_000

const untilNothingLeaves = async (): Promise<void> => {
  let [packets, since] = [sentPackets(), performance.now()]
  while (packets !== null && performance.now() - since < OVER_MS) {
    await setTimeout(250)
    if (sentPackets() !== packets) [packets, since] = [sentPackets(), performance.now()]
  }
}

/** Does something, and says how many packets left meanwhile; null where nobody counts. */
const counted = async <T>(work: () => Promise<T>): Promise<readonly [T, number | null]> => {
  await untilNothingLeaves()
  const before = sentPackets()
  const result = await work()
  const after = sentPackets()
  return [result, before === null || after === null ? null : after - before]
}

const throughTheWindow = async (
  { scratch, say }: Pick<TrialOptions, 'scratch' | 'say'>,
  { app, page }: StartedWindow,
  library: string,
  bare: BareWindow,
  strings: readonly AttackString[],
): Promise<{ readonly findings: readonly string[]; readonly documents: readonly string[] }> => {
  const findings: string[] = []
  const documents: string[] = []
  const watched = await watchWindow(app, page)
  for (let from = 0; from < strings.length; from += TOGETHER) {
    const some = strings.slice(from, from + TOGETHER)
    const sinks = { app, page, watched, library, scratch: join(scratch, `window-${from}`) }
    const through = await throughAllSinks(sinks, bare, some, ALONE)
    findings.push(...through.refused)
    documents.push(through.document)
    const happened = await watched.findings()
    say(`${from + some.length} strings through the window, ${findings.length + happened.length} findings`)
  }
  return { findings: [...findings, ...(await watched.findings())], documents }
}

const packets = (count: number | null): string => (count === null ? 'packets not counted' : `${count} packets left`)

export const trial: Trial = {
  title:
    'the project’s own attack strings without walls, behind the policy alone, through every place of the window, in exports that careless programs show, and a script behind the sandbox alone',
  goal: 'behind each wall and in the window none runs and no request leaves; without walls the detector sees them',
  rounds: attackStrings('').length,
  runs: 'window',
  network: 'counted',
  run: async ({ root, scratch, rounds, say }) => {
    const counting = await startCountingServer()
    const strings = attackStrings(counting.address).slice(0, rounds)
    const bare = await startBareWindow(scratch, { leadsNowhere: sentPackets() !== null })
    const [control, controlSent] = await counted(() => withoutWalls(bare, counting, strings))
    say(
      `without walls ${control.ran.length} of ${strings.length} strings ran, ${control.loaded.length} loaded something, ${packets(controlSent)}`,
    )
    const raw = await inCarelessMarkdown(bare, counting, strings)
    say(
      `raw in a Markdown file that a careless program shows ${raw.ran.length} ran, ${raw.loaded.length} loaded something`,
    )
    const [policy, policySent] = await counted(() => behindPolicyOnly(bare, counting, strings))
    say(`behind the policy ${policy.ran.length} ran, ${policy.loaded.length} loaded something, ${packets(policySent)}`)
    const { folder } = await makeSampleLibrary(join(scratch))
    const window = await startWindow({ root, scratch }, { library: folder })
    await window.page.locator('#article p').first().waitFor()
    const before = counting.hits.length
    const [{ findings, documents }, windowSent] = await counted(() =>
      throughTheWindow({ scratch, say }, window, folder, bare, strings),
    )
    const windowHits = counting.hits.length - before
    const exported: string[] = []
    for (const document of documents)
      exported.push(...(await throughExports(bare, counting, { library: folder, document, scratch })))
    say(`${documents.length} articles exported and shown by careless programs, ${exported.length} findings`)
    const [reached, sandboxSent] = await counted(() => behindSandboxOnly(window.page, counting))
    await bare.close()
    await window.kill()
    await counting.close()
    const sent = [policySent, windowSent, sandboxSent]
    const missed = [
      ...(control.ran.length < strings.length / 5
        ? [`the detector saw only ${control.ran.length} strings run without walls`]
        : []),
      ...(raw.ran.length < strings.length / 5
        ? [`the detector saw only ${raw.ran.length} strings run in raw Markdown`]
        : []),
      ...(controlSent === 0 ? ['the counting network saw nothing leave without walls'] : []),
      ...policy.ran.map(number => `ran behind the policy: ${strings[number]?.text ?? ''}`),
      ...policy.loaded.map(number => `loaded behind the policy: ${strings[number]?.text ?? ''}`),
      ...findings.map(finding => `in the window: ${finding}`),
      ...exported,
      ...(windowHits === 0 ? [] : [`${windowHits} requests reached the server from the window`]),
      ...reached.map(what => `behind the sandbox: ${what}`),
      ...['behind the policy', 'in the window', 'behind the sandbox'].flatMap((where, i) =>
        (sent[i] ?? 0) > 0 ? [`${sent[i]} packets left ${where}`] : [],
      ),
    ]
    const cameOut =
      `${strings.length} strings; without walls ${control.ran.length} ran, ${control.loaded.length} loaded something and ` +
      `${control.navigated.length} went elsewhere (${packets(controlSent)}); in raw Markdown ${raw.ran.length} ran and ${raw.loaded.length} loaded something; behind the policy ${policy.ran.length}, ` +
      `${policy.loaded.length} and ${policy.navigated.length} (${packets(policySent)}); in the window ${findings.length} findings ` +
      `and ${windowHits} requests (${packets(windowSent)}); in exports of ${documents.length} articles ${exported.length}; a script behind the sandbox reached ${reached.length} things (${packets(sandboxSent)})`
    return ran(cameOut, missed)
  },
}
