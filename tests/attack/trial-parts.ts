import type { Page } from '@playwright/test'
import { WINDOW_POLICY } from '../../src/main/serving/content-policy.ts'
import type { AttackString } from './collection.ts'
import type { BareWindow } from './bare-window.ts'
import type { CountingServer } from './counting-server.ts'
import { careless } from './careless-markdown.ts'
import { openInFrames } from './in-frames.ts'
import type { InFrames } from './in-frames.ts'

const asPage = ({ text }: AttackString): string => `<p>t</p>${text}`

/** What of a collection runs or loads where there are no walls: proof that the detector sees it. */
export const withoutWalls = (
  window: BareWindow,
  counting: CountingServer,
  strings: readonly AttackString[],
): Promise<InFrames> => openInFrames(window, counting, strings, asPage)

/** What of a collection runs or loads when it stands raw in a Markdown file that a careless program shows: what exports keep from it. */
export const inCarelessMarkdown = (
  window: BareWindow,
  counting: CountingServer,
  strings: readonly AttackString[],
): Promise<InFrames> => openInFrames(window, counting, strings, ({ text }) => careless.render(text))

/**
 * The same strings, raw, under nothing but the window's content security policy, which does not govern where a page goes: that is
 * kept from going far. Its line on frames is left out, without which they
 * could not be opened beside each other.
 */
export const behindPolicyOnly = async (
  window: BareWindow,
  counting: CountingServer,
  strings: readonly AttackString[],
): Promise<InFrames> => {
  await window.stayHere(true)
  try {
    return await openInFrames(window, counting, strings, asPage, WINDOW_POLICY.replace(/; frame-ancestors [^;]*/, ''))
  } finally {
    await window.stayHere(false)
  }
}

/**
 * Handed to Pathmark's own window: all the ways in which a script that came past the first two walls would reach for a machine, the
 * program or a file. Gives what it could do.
 */
const reachOut = async (address: string): Promise<readonly string[]> => {
  const reached: string[] = []
  const known = globalThis as unknown as Record<string, unknown>
  for (const name of ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'])
    if (known[name] !== undefined) reached.push(`there is ${name}`)
  const tried = async (what: string, attempt: () => unknown): Promise<void> => {
    try {
      const answer = await attempt()
      if (answer !== undefined) reached.push(what)
    } catch {
      // Refused, as it should be.
      return
    }
  }
  const event = (target: EventTarget, good: string): Promise<true | undefined> =>
    new Promise(resolve => {
      target.addEventListener(good, () => resolve(true))
      for (const name of ['error', 'close']) target.addEventListener(name, () => resolve(undefined))
      setTimeout(resolve, 1000)
    })
  const image = new Image()
  image.src = `${address}/image`
  await tried('picture', () => event(image, 'load'))
  await tried('fetch', () => fetch(`${address}/fetch`, { mode: 'no-cors' }))
  await tried('socket', () => event(new WebSocket(address.replace('http', 'ws')), 'open'))
  await tried('file', () => fetch('file:///etc/passwd'))
  await tried('another file of the program', () =>
    fetch('pathmark-app://window/..%2f..%2fpackage.json').then(answer => (answer.ok ? true : undefined)),
  )
  await tried('beacon', () => void navigator.sendBeacon(`${address}/beacon`))
  await tried('window', () => window.open(`${address}/window`) ?? undefined)
  await tried('script', () => import(/* @vite-ignore */ `${address}/script.js`))
  await tried('geolocation', () =>
    navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => (state === 'granted' ? true : undefined)),
  )
  const link = Object.assign(document.createElement('a'), { href: `${address}/link` })
  document.body.append(link)
  link.click()
  link.remove()
  const form = Object.assign(document.createElement('form'), { action: `${address}/form` })
  document.body.append(form)
  form.submit()
  form.remove()
  location.href = `${address}/location`
  return reached
}

/** What a script in Pathmark's own window can do when neither sanitiser nor policy is there: the third wall alone. */
export const behindSandboxOnly = async (page: Page, counting: CountingServer): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.locator('#article *').first().waitFor({ state: 'attached' })
  const before = counting.hits.length
  const reached = await page.evaluate(reachOut, counting.address)
  const stillThere = page.url().startsWith('pathmark-app://window/')
  await session.send('Page.setBypassCSP', { enabled: false })
  return [
    ...reached,
    ...(stillThere ? [] : [`went to ${page.url()}`]),
    ...(counting.hits.length === before ? [] : [`${counting.hits.length - before} requests reached the server`]),
  ]
}
