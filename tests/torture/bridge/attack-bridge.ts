import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { callInPage } from './call-in-page.ts'
import type { Answers } from './call-in-page.ts'
import { hostileCalls } from './hostile-calls.ts'

/** Calls in one go, and the shortest time for them, so that few are refused for coming too fast. */
const BATCH = 450
const BATCH_MS = 900
/** Calls under way at once: below what the main process takes. */
const AT_ONCE = 24
/** Every so many batches come as a flood: all calls at once, which the main process has to refuse. */
const FLOOD_EVERY = 20
/** The longest that a call may wait and that the main process may do one thing, in milliseconds. */
const LONGEST_WAIT_MS = 10_000
const LONGEST_HOLD_MS = 2_000

export interface Attack {
  readonly answered: number
  readonly unsent: number
  readonly codes: Readonly<Record<string, number>>
  /** Milliseconds of the slowest answer, and of the longest time in which the main process did nothing else. */
  readonly slowest: number
  readonly held: number
  readonly missed: readonly string[]
}

/** Dialogs answer themselves with no, and what would leave the program is counted. */
const answerDialogs = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ dialog, shell }) => {
    const watched = globalThis as unknown as { opened: string[]; held: number }
    watched.opened = []
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    shell.openExternal = async address => {
      watched.opened.push(address)
    }
    // The folder of a document of the library may be shown; a file manager each time would keep the program from ending.
    shell.showItemInFolder = () => undefined
    let last = performance.now()
    watched.held = 0
    setInterval(() => {
      const now = performance.now()
      watched.held = Math.max(watched.held, now - last - 20)
      last = now
    }, 20)
  })

const whatLeft = (app: ElectronApplication): Promise<{ readonly opened: readonly string[]; readonly held: number }> =>
  app.evaluate(() => {
    const { opened, held } = globalThis as unknown as { opened: string[]; held: number }
    return { opened, held }
  })

/** A path of this machine in a message for the reader. */
const PATH = /(?:^|[\s"'“‘(])(?:\/(?:home|root|tmp|work|opt|usr|var|etc)\b|[A-Za-z]:\\|~?\/\.)/u

export interface AttackOptions {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ids of the documents that are there. */
  readonly documents: readonly string[]
  readonly calls: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** Lets the page of the window make random calls, and gives what was not as it has to be. */
export const attackBridge = async ({ app, page, documents, calls, seed, say }: AttackOptions): Promise<Attack> => {
  await answerDialogs(app)
  const missed = new Set<string>()
  const codes: Record<string, number> = {}
  let [answered, unsent, slowest] = [0, 0, 0]
  const count = (answers: Answers): void => {
    answered += answers.answered
    unsent += answers.unsent
    slowest = Math.max(slowest, answers.slowest)
    for (const [code, times] of Object.entries(answers.codes)) codes[code] = (codes[code] ?? 0) + times
    for (const line of answers.odd) missed.add(line)
    for (const message of answers.messages) if (PATH.test(message)) missed.add(`a path was told: ${message}`)
  }
  for (let made = 0, batch = 0; made < calls; batch += 1) {
    const flood = batch % FLOOD_EVERY === FLOOD_EVERY - 1
    const some = hostileCalls(documents, Math.min(flood ? 4 * BATCH : BATCH, calls - made), seed + batch)
    const [answers] = await Promise.all([
      page.evaluate(callInPage, { made: JSON.stringify(some), atOnce: flood ? some.length : AT_ONCE }),
      pause(BATCH_MS),
    ])
    count(answers)
    made += some.length
    if (flood && (answers.codes['too-much'] ?? 0) === 0 && some.length > 2 * BATCH)
      missed.add(`batch ${batch}: a flood of ${some.length} calls was not refused`)
    if (batch % 40 === 39) say(`${made} calls, ${missed.size} amiss`)
  }
  const { opened, held } = await whatLeft(app)
  for (const address of opened) missed.add(`${address} was opened without the reader's word`)
  if (slowest > LONGEST_WAIT_MS) missed.add(`a call waited ${Math.round(slowest)} ms`)
  if (held > LONGEST_HOLD_MS) missed.add(`the main process did one thing for ${Math.round(held)} ms`)
  return { answered, unsent, codes, slowest, held, missed: [...missed] }
}
