import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Bytes; Linux on x86-64. */
const PAGE_SIZE = 4096

/** A window that was started without a driver in its way; the driver looks at it afterwards. */
export interface MeasuredWindow {
  readonly page: Page
  /** Wall-clock milliseconds when the process was started. */
  readonly startedAt: number
  /** Memory of all its processes that is not shared, in MiB. */
  memory(): number
  end(): Promise<void>
}

/** Processes below `pid`, with itself. */
const processTree = (pid: number): number[] => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      continue // It ended between the listing and the look at it.
    }
  }
  const tree = new Set([pid])
  for (let grown = true; grown;) {
    const before = tree.size
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child)
    grown = tree.size > before
  }
  return [...tree]
}

/** Resident pages that no file or other process shares, in MiB. Sandboxed processes hide their maps, but not this. */
const ownMemory = (pid: number): number => {
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number)
    return ((resident - shared) * PAGE_SIZE) / 2 ** 20
  } catch {
    return 0 // It ended between the listing and the look at it.
  }
}

const debuggerAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = ''
    child.stderr?.on('data', chunk => {
      printed += chunk
      const match = /DevTools listening on (ws:\S+)/.exec(printed)
      if (match?.[1]) resolve(match[1])
    })
    child.once('exit', () => reject(new Error(`The window ended at its start: ${printed}`)))
  })

/** Starts `electron FOLDER` with the given arguments and environment. */
export const startMeasured = async (
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<MeasuredWindow> => {
  const executable = createRequire(import.meta.url)('electron') as unknown as string
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(executable, ['--remote-debugging-port=0', folder, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await debuggerAddress(child))
  const context = browser.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (page === undefined) throw new Error('The window has no page.')
  return {
    page,
    startedAt,
    memory: () => processTree(child.pid ?? 0).reduce((sum, pid) => sum + ownMemory(pid), 0),
    end: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill()
      await ended
      await browser.close()
    },
  }
}

/** The middle of the values; of an even number the lower middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
