import type { Page } from '@playwright/test'
import type { Bridge } from '#core/bridge/bridge.ts'
import type { Change } from './change.ts'
import type { Ledger } from './ledger.ts'

/** What the page has, seen from a function that runs in it. */
interface PageWindow {
  readonly pathmark: Bridge
  readonly tellTrial: (number: number) => Promise<void>
}

/** Runs in the page: asks for the changes at once and tells the trial of each one that is acknowledged. */
const askFor = async (changes: readonly { readonly number: number; readonly change: Change }[]): Promise<string[]> => {
  const { pathmark, tellTrial } = window as unknown as PageWindow
  const keep = (change: Change) => {
    switch (change.kind) {
      case 'annotation':
        return pathmark.call('notes.save', { id: change.document, annotations: [change.record], pageNote: null })
      case 'page-note':
        return pathmark.call('notes.save', { id: change.document, annotations: [], pageNote: change.record })
      case 'card':
        return pathmark.call('cards.save', { id: change.document, cards: [change.record] })
      case 'name':
        return pathmark.call('names.save', { names: [change.record] })
      case 'position':
        return pathmark.call('position.save', { id: change.document, position: change.record })
    }
  }
  const refusals: string[] = []
  await Promise.all(
    changes.map(async ({ number, change }) => {
      const kept = await keep(change)
      if (kept.ok) await tellTrial(number)
      else refusals.push(kept.error.message)
    }),
  )
  return refusals
}

/** Has changes kept over the bridge of a window, as its page does. */
export interface WindowKeeper {
  /** Gives what was refused. Fails when the window goes meanwhile; what was acknowledged until then is in the ledger. */
  keep(changes: readonly Change[]): Promise<string[]>
  readonly asked: number
}

export const keepInWindow = async (page: Page, ledger: Ledger): Promise<WindowKeeper> => {
  const acknowledge: (() => void)[] = []
  await page.exposeFunction('tellTrial', (number: number) => acknowledge[number]?.())
  return {
    get asked() {
      return acknowledge.length
    },
    keep: changes => {
      const numbered = changes.map(change => ({ number: acknowledge.push(ledger.ask(change)) - 1, change }))
      return page.evaluate(askFor, numbered)
    },
  }
}
