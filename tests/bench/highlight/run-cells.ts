import type { ElectronApplication } from '@playwright/test'
import { BenchmarkWindow } from './benchmark-window.ts'
import type { Outcome } from './benchmark-window.ts'
import { isDone, noResults } from './cell-results.ts'
import type { Group, Results, Size } from './cell-results.ts'
import { contestantNames, described } from './contestant-names.ts'
import type { ContestantName } from './contestant-names.ts'

const PARTS = ['anchors', 'findsMoved', 'paints'] as const
type Part = (typeof PARTS)[number]

/** A contestant that takes longer than this for a cell is measured once, so that the run comes to its end. */
const SLOW = 3_000

/** Runs the cells of one size, the fewest annotations first. */
export class SizeRun {
  readonly #app: ElectronApplication
  readonly #size: Size
  /** What did not finish is not tried with more annotations. */
  readonly #gaveUp = new Set<string>()

  constructor(app: ElectronApplication, size: Size) {
    this.#app = app
    this.#size = size
  }

  async run(count: number, rounds: number): Promise<Group> {
    const results = new Map(contestantNames.map(name => [name, noResults(name)]))
    const slow = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      // Contestants take turns, and each round begins with another one.
      const order = contestantNames.map((_, index) => contestantNames[(index + round * 3) % contestantNames.length])
      for (const name of order) {
        const result = name === undefined ? undefined : results.get(name)
        if (name === undefined || result === undefined) continue
        for (const part of PARTS) {
          const key = `${name} ${part}`
          if (!described[name][part] || slow.has(key)) continue
          const begun = performance.now()
          await this.#cell(name, part, count, result)
          if (described[name].peer && performance.now() - begun > SLOW) slow.add(key)
        }
      }
    }
    return { size: this.#size, count, rounds, results: [...results.values()] }
  }

  async #cell(name: ContestantName, part: Part, count: number, result: Results): Promise<void> {
    const key = `${name} ${part}`
    const outcomes: Outcome<unknown>[] = { anchors: result.anchored, findsMoved: result.moved, paints: result.painted }[
      part
    ]
    // What did not finish in an earlier round would not do so now.
    if (outcomes.length > 0 && !isDone(outcomes)) return
    if (this.#gaveUp.has(key)) {
      outcomes.push({ kind: 'not-tried' })
      return
    }
    const window = await BenchmarkWindow.open(this.#app)
    try {
      await window.build(name, { length: this.#size.length, count, laidOut: part === 'paints' })
      if (part === 'anchors') result.anchored.push(await window.step('anchor'))
      else if (part === 'findsMoved') result.moved.push(await window.step('anchorMoved'))
      else await this.#paint(window, result)
    } finally {
      await window.close()
    }
    if (!isDone(outcomes)) this.#gaveUp.add(key)
  }

  async #paint(window: BenchmarkWindow, result: Results): Promise<void> {
    const settled = await window.step('settle')
    if (settled.kind !== 'done') throw new Error('The page without marks did not come to rest.')
    const before = await window.memory()
    const opened = await window.step('open')
    const painted = opened.kind === 'done' ? await window.step('paint') : opened
    result.painted.push(painted)
    if (painted.kind !== 'done') return
    result.checked.push(await window.step('check'))
    const after = await window.memory()
    result.memory.push({ heap: after.heap - before.heap, resident: after.resident - before.resident })
    // A step that is not answered blocks the page: nothing can be asked after it.
    if (described[result.name].bare) {
      result.scrolled.push(await window.step('scroll'))
      return
    }
    const added = await window.step('add')
    result.added.push(added)
    if (added.kind !== 'done') return
    result.checked.push(await window.step('check'))
    const hits = await window.step('hit')
    result.hits.push(hits)
    if (hits.kind === 'done') result.scrolled.push(await window.step('scroll'))
  }
}
