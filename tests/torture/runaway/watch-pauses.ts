import type { ElectronApplication, Page } from '@playwright/test'

/** The longest that something was kept waiting, in milliseconds. */
export interface Pauses {
  /** Between two ticks of a timer in the page. */
  readonly page: number
  /** Between two ticks of a timer in the main process. */
  readonly main: number
  /** For the answer to a call over the bridge. */
  readonly bridge: number
}

interface Ticker {
  longest: number
  stop: () => void
}

interface WithTicker {
  pauses?: Ticker
  bridgePauses?: Ticker
}

/** Starts watching page, main process and bridge; the function that it gives stops and tells the longest pause of each. */
export const watchPauses = async ({
  app,
  page,
}: {
  readonly app: ElectronApplication
  readonly page: Page
}): Promise<() => Promise<Pauses>> => {
  await app.evaluate(() => {
    const host = globalThis as WithTicker
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      ticker.longest = Math.max(ticker.longest, now - last)
      last = now
    }, 5)
    const ticker: Ticker = { longest: 0, stop: () => clearInterval(timer) }
    host.pauses = ticker
  })
  await page.evaluate(() => {
    const host = globalThis as unknown as WithTicker & {
      readonly pathmark: { readonly call: (name: string, payload?: unknown) => Promise<unknown> }
    }
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      ticker.longest = Math.max(ticker.longest, now - last)
      last = now
    }, 5)
    const ticker: Ticker = { longest: 0, stop: () => clearInterval(timer) }
    host.pauses = ticker

    const ask = async (): Promise<void> => {
      const asked = performance.now()
      await host.pathmark.call('app.about')
      asker.longest = Math.max(asker.longest, performance.now() - asked)
    }
    const asking = setInterval(() => void ask(), 50)
    const asker: Ticker = { longest: 0, stop: () => clearInterval(asking) }
    host.bridgePauses = asker
  })
  return async () => {
    const main = await app.evaluate(() => {
      const { pauses } = globalThis as WithTicker
      pauses?.stop()
      return pauses?.longest ?? Number.NaN
    })
    const [inPage, bridge] = await page.evaluate(() => {
      const { pauses, bridgePauses } = globalThis as WithTicker
      pauses?.stop()
      bridgePauses?.stop()
      return [pauses?.longest ?? Number.NaN, bridgePauses?.longest ?? Number.NaN]
    })
    return { page: inPage ?? Number.NaN, main, bridge: bridge ?? Number.NaN }
  }
}
