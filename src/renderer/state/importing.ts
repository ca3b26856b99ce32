import { signal } from '@preact/signals-core'
import { fileProgressInWords } from '#core/article/file-progress.ts'
import type { ImportProgress } from '#core/bridge/events.ts'
import { announce } from './announce.ts'
import { callBridge, listen } from './bridge.ts'
import { notify } from './notices.ts'

/** Milliseconds after which an import is told of: most are done before. */
const PATIENCE = 500

/** The file that is being imported, once it has taken a while; null while none is. */
export const importing = signal<ImportProgress | null>(null)

/** True from when the reader cancelled until the import has stopped. */
export const cancelling = signal(false)

let latest: ImportProgress | null = null
let waiting: ReturnType<typeof setTimeout> | undefined

function take(progress: ImportProgress | null): void {
  latest = progress
  if (progress === null) {
    clearTimeout(waiting)
    waiting = undefined
    importing.value = null
    cancelling.value = false
  } else if (importing.peek() !== null) {
    sayQuarters(importing.peek(), progress)
    importing.value = progress
  } else waiting ??= setTimeout(() => (importing.value = latest), PATIENCE)
}

/** Files, pages or chapters of which each quarter is told. */
const MANY = 8

/** True when another quarter of `total` is over at `now`. */
function isNextQuarter(before: number, now: number, total: number): boolean {
  const quarter = (at: number): number => Math.floor((4 * at) / total)
  return total >= MANY && quarter(now) > quarter(before)
}

/** Those who listen hear of each quarter of many files, and of one that is long. */
function sayQuarters(before: ImportProgress | null, { done, total, part }: ImportProgress): void {
  if (before === null || before.total !== total) return
  if (isNextQuarter(before.done, done, total)) announce(`${done} of ${total} files done`)
  if (total === 1 && part !== null && isNextQuarter(before.part?.number ?? 0, part.number, part.total))
    announce(`Read ${fileProgressInWords(part)}`)
}

/** Keeps `importing` up to date; returns a function that stops. */
export function followImports(): () => void {
  return listen('library.importing', take)
}

/** Stops what is being imported; what came before it stays. */
export async function cancelImport(): Promise<void> {
  cancelling.value = true
  const result = await callBridge('library.cancel-import', undefined)
  if (result.ok) return
  cancelling.value = false
  notify({ kind: 'failure', text: result.error.message })
}
