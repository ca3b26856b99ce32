import type { ElectronApplication, Page } from '@playwright/test'
import { findForeign } from './find-foreign.ts'
import { touchEverything } from './touch-everything.ts'

export interface WatchedWindow {
  /** Touches what is below `selector`, and notes what is in the page that may not be there. */
  look(what: string, selector: string): Promise<void>
  /** All that happened and may not happen, a line each. */
  readonly findings: () => Promise<readonly string[]>
}

/**
 * DOMPurify reads what it has to purify in a document of its own, where the policy already refuses what stands in it. What of it came
 * into the page itself, `findForeign` would find.
 */
const INERT =
  /^(?:Refused to (?:apply inline style|set the document's base URI|load media)|This document requires 'TrustedScript' assignment)/

const OWN = /^pathmark-app:\/\/window\//

/** Watches Pathmark's window for all by which an attack would show: calls, dialogs, pages, windows, requests, refusals by a policy. */
export const watchWindow = async (app: ElectronApplication, page: Page): Promise<WatchedWindow> => {
  const findings: string[] = []
  await page.exposeFunction('pwned', (number: unknown) => void findings.push(`ran: ${String(number)}`))
  page.on('dialog', dialog => {
    findings.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', frame => {
    if (!OWN.test(frame.url())) findings.push(`went to: ${frame.url()}`)
  })
  page.on('console', message => {
    const isInert = INERT.test(message.text())
    if (!isInert && /Content Security Policy|Trusted(?:HTML|Script)/i.test(message.text()))
      findings.push(`refused by the policy: ${message.text()}`)
  })
  app.on('window', () => findings.push('a window was opened'))
  await app.evaluate(({ dialog, session, shell }) => {
    const stopped: string[] = []
    Object.assign(globalThis, { stoppedRequests: stopped })
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => {
      // A part of the program that was on its way when the page was loaded anew is nothing that a string asked for.
      if (!/^pathmark-app:\/\/window\/assets\/[\w.-]+\.(?:js|css)$/.test(url))
        stopped.push(`stopped on its way: ${url}`)
    })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    shell.openExternal = async address => void stopped.push(`opened outside: ${address}`)
  })
  return {
    async look(what, selector) {
      const before = findings.length
      const foreign = await page.evaluate(findForeign)
      findings.push(...foreign)
      await page.evaluate(touchEverything, selector)
      for (let at = before; at < findings.length; at += 1) findings[at] = `${what}: ${findings[at] ?? ''}`
    },
    findings: async () => {
      const stopped = await app.evaluate(
        () => (globalThis as unknown as { stoppedRequests: readonly string[] }).stoppedRequests,
      )
      return [...findings, ...stopped]
    },
  }
}
