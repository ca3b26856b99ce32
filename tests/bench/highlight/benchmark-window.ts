import { resolve } from 'node:path'
import { _electron } from '@playwright/test'
import type { CDPSession, ElectronApplication, Page } from '@playwright/test'
import type { ContestantName } from './contestant-names.ts'
import type { Cell, PageSize } from './page/cell.ts'

/** Milliseconds that one step of one contestant may take. */
export const BUDGET = 10_000

/** What became of a step: its value, or why there is none. `not-tried`: with fewer annotations it had not finished. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'failed'; readonly message: string }

export interface Memory {
  /** Live JavaScript objects after a collection, and resident memory of the page's process; MiB. */
  readonly heap: number
  readonly resident: number
}

type Steps = Pick<Cell, 'settle' | 'anchor' | 'anchorMoved' | 'open' | 'paint' | 'check' | 'add' | 'hit' | 'scroll'>

const MIB = 2 ** 20

/** The real runtime; it serves the page that was built into `page`. */
export const startRuntime = (page: string): Promise<ElectronApplication> =>
  _electron.launch({
    args: [resolve(import.meta.dirname, 'window')],
    chromiumSandbox: true,
    env: { ...process.env, PATHMARK_BENCH_PAGE: page },
  })

/** A window of its own process for one contestant; closed by force when a step does not come to its end. */
export class BenchmarkWindow {
  readonly #app: ElectronApplication
  readonly #page: Page
  readonly #session: CDPSession

  private constructor(app: ElectronApplication, page: Page, session: CDPSession) {
    this.#app = app
    this.#page = page
    this.#session = session
  }

  static async open(app: ElectronApplication): Promise<BenchmarkWindow> {
    const opened = app.waitForEvent('window')
    await app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({
        width: 1440,
        height: 920,
        webPreferences: { sandbox: true, backgroundThrottling: false },
      })
      void window.loadURL('bench://page/index.html')
    })
    const page = await opened
    await page.waitForFunction(() => 'benchmark' in window)
    return new BenchmarkWindow(app, page, await page.context().newCDPSession(page))
  }

  async build(name: ContestantName, size: PageSize): Promise<void> {
    await this.#page.evaluate(([who, wanted]) => window.benchmark.build(who, wanted), [name, size] as const)
  }

  /** Runs one step of the cell in the page, for as long as the budget lets it. */
  async step<Name extends keyof Steps>(name: Name): Promise<Outcome<Awaited<ReturnType<Cell[Name]>>>> {
    type Value = Awaited<ReturnType<Cell[Name]>>
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<Outcome<Value>>(settle => {
      timer = setTimeout(() => settle({ kind: 'over-budget' }), BUDGET)
    })
    const done = this.#page
      .evaluate((step): Promise<unknown> => window.benchmark.cell()[step](), name)
      .then(
        (value): Outcome<Value> => ({ kind: 'done', value: value as Value }),
        (error: unknown): Outcome<Value> => ({ kind: 'failed', message: String(error) }),
      )
    const outcome = await Promise.race([done, over])
    clearTimeout(timer)
    return outcome
  }

  async memory(): Promise<Memory> {
    await this.#session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage')
    const window = await this.#app.browserWindow(this.#page)
    const pid = await window.evaluate(({ webContents }) => webContents.getOSProcessId())
    const resident = await this.#app.evaluate(
      ({ app }, id) => app.getAppMetrics().find(metric => metric.pid === id)?.memory.workingSetSize ?? Number.NaN,
      pid,
    )
    return { heap: usedSize / MIB, resident: resident / 1024 }
  }

  /** Ends the page's process too, whatever it is doing. */
  async close(): Promise<void> {
    const window = await this.#app.browserWindow(this.#page)
    const closed = this.#page.waitForEvent('close')
    await window.evaluate(opened => {
      opened.webContents.forcefullyCrashRenderer()
      opened.destroy()
    })
    await closed
  }
}
