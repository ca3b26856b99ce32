import { join } from 'node:path'
import { failWhileTyping } from './failed-page/fail-while-typing.ts'
import type { Failure, FailedPage } from './failed-page/fail-while-typing.ts'
import { setUpLibrary } from '../integration/library/library-folder.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'
import { startWindow } from './window.ts'

/** A second, and a quarter of one. */
const LONGEST_WAY_BACK_MS = 1_000
const MOST_TYPING_LOST_MS = 250

/** Long enough to be typed on while a page that hangs is noticed: a key every 30 ms. */
const text = Array.from({ length: 60 }, (_, number) => `word ${number} of the note `).join('')

const inOrder = (figures: readonly number[]): string => {
  const sorted = figures.toSorted((a, b) => a - b).map(Math.round)
  return `${sorted[Math.floor(sorted.length / 2)]} ms in the middle, ${sorted.at(-1)} ms at most`
}

const described = (name: string, failed: readonly FailedPage[]): string =>
  `${name} ${failed.length} times: noticed after ${inOrder(failed.map(({ noticed }) => noticed))}, ` +
  `back after ${inOrder(failed.map(({ back }) => back))}, typing lost ${inOrder(failed.map(({ lost }) => lost))}`

export const trial: Trial = {
  title: 'the page of the window crashes, or hangs in a loop, while the reader types',
  goal: 'back within a second of being noticed, at most 250 ms of typing gone',
  rounds: 20,
  runs: 'window',
  run: async ({ root, scratch, rounds, say }) => {
    const setUp = await setUpLibrary(join(scratch))
    await (await setUp.opened()).close()
    const missed: string[] = []
    const came: string[] = []
    for (const failure of ['stopped', 'silent'] as const satisfies readonly Failure[]) {
      const failed: FailedPage[] = []
      for (let round = 1; round <= rounds; round += 1) {
        const window = await startWindow({ root, scratch }, { library: setUp.folder })
        await window.page.locator('#article p').first().waitFor()
        const one = await failWhileTyping(window.app, window.page, failure, text)
        await window.kill()
        failed.push(one)
        if (one.back > LONGEST_WAY_BACK_MS) missed.push(`${failure} ${round}: back after ${Math.round(one.back)} ms`)
        if (one.lost > MOST_TYPING_LOST_MS)
          missed.push(`${failure} ${round}: ${Math.round(one.lost)} ms of typing gone`)
        if (!one.focused) missed.push(`${failure} ${round}: the field came back without the focus`)
      }
      say(described(failure, failed))
      came.push(described(failure, failed))
    }
    return ran(came.join('; '), missed)
  },
}
