import type { AttackString } from './collection.ts'
import type { CountingServer } from './counting-server.ts'
import { startPageServer } from './counting-server.ts'
import type { BareWindow } from './bare-window.ts'
import { touchEverything } from './touch-everything.ts'

export interface InFrames {
  /** Numbers of the strings that ran. */
  readonly ran: readonly number[]
  /** Numbers of those for which something was loaded. */
  readonly loaded: readonly number[]
  /** Numbers of those that took a frame elsewhere, which no content security policy governs. */
  readonly navigated: readonly number[]
}

/** Frames in a page at once. */
const AT_ONCE = 50
/** Milliseconds that frames get to load; a few wait for what never comes. */
const LONGEST_LOAD = 2000

/** Handed to the page: settled when every frame has loaded, or when `longest` milliseconds have passed. */
const framesLoaded = (longest: number): Promise<void> =>
  new Promise(resolve => {
    if (document.readyState === 'complete') resolve()
    addEventListener('load', () => resolve())
    setTimeout(resolve, longest)
  })

/** Handed to the page: what was called, once all that is under way had its turn. */
const calls = (): Promise<readonly number[]> =>
  new Promise(resolve => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve((globalThis as unknown as { ran: number[] }).ran.map(Number))),
    )
  })

const distinct = (numbers: Iterable<number | null>): readonly number[] =>
  [...new Set(numbers)].filter(number => number !== null).toSorted((a, b) => a - b)

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-modals'
const TELL = 'globalThis.pwned = number => { top.ran.push(number) }'

/**
 * Opens every page as one of its own in a frame of a window without walls, and touches all that is in it.
 * @param pageOf the page for a string
 * @param policy content security policy of those pages; none for the control run
 */
export const openInFrames = async (
  { page }: BareWindow,
  counting: CountingServer,
  strings: readonly AttackString[],
  pageOf: (string: AttackString) => string,
  policy?: string,
): Promise<InFrames> => {
  const byNumber = new Map(strings.map(string => [string.number, string]))
  const hitsBefore = counting.hits.length
  const server = await startPageServer(path => {
    const [, what, which] = /^\/(tell|frames|string)\/?(\d*)/.exec(path) ?? []
    if (what === 'tell') return { type: 'text/javascript', body: TELL }
    if (what === 'frames') {
      const some = strings.slice(Number(which), Number(which) + AT_ONCE)
      const frames = some.map(({ number }) => `<iframe sandbox="${SANDBOX}" src="/string/${number}"></iframe>`)
      return { type: 'text/html', body: `<!doctype html><script>ran = []</script><body>${frames.join('')}` }
    }
    const string = what === 'string' ? byNumber.get(Number(which)) : undefined
    if (string === undefined) return null
    const body = `<!doctype html><script src="/tell"></script>${pageOf(string)}`
    return { type: 'text/html', body, ...(policy === undefined ? {} : { policy }) }
  })
  const ran: number[] = []
  try {
    for (let from = 0; from < strings.length; from += AT_ONCE) {
      await page.goto(`${server.origin}/frames/${from}`, { waitUntil: 'commit' })
      await page.evaluate(framesLoaded, LONGEST_LOAD)
      await page.evaluate(touchEverything, 'body')
      ran.push(...(await page.evaluate(calls)))
    }
    await page.goto('about:blank')
  } finally {
    await server.close()
  }
  const hits = counting.hits.slice(hitsBefore)
  return {
    ran: distinct(ran),
    loaded: distinct(hits.filter(hit => !hit.isNavigation).map(({ number }) => number)),
    navigated: distinct(hits.filter(hit => hit.isNavigation).map(({ number }) => number)),
  }
}
