import type { ImportOrder } from './import-runner.ts'

/** What a process is started for: to read one file, or to purify what others have read. */
export type ImportTask = 'read' | 'purify'

/**
 * What a process that reads is told: an order, then the file's bytes in pieces until there are `size` of them. When it has said which
 * companions it would like to have: each of those that there are, likewise, and that there are no more. One that purifies is told of contents
 * and drawings, likewise.
 */
export type ImportMessage =
  | { readonly kind: 'order'; readonly order: ImportOrder; readonly size: number }
  | { readonly kind: 'companion'; readonly reference: string; readonly size: number }
  | { readonly kind: 'content' | 'drawing'; readonly size: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'companions-end' }

/**
 * A process that reads one file, or purifies contents. What it says comes as bytes on its standard output and nowhere else, so that
 * whoever reads them decides how much is taken.
 */
export interface ImportProcess {
  send(message: ImportMessage): void
  /** Takes what the process writes. Called once. */
  onOutput(take: (bytes: Uint8Array) => void): void
  /** Called when it has ended, by itself or not; also when it could not be started. All its output has been taken before. */
  onEnd(ended: (how: string) => void): void
  /** Bytes of memory that it holds, as the system counts them; null when that cannot be said. */
  memory(): Promise<number | null>
  /** Ends it at once, whatever it is doing. Harmless when it has ended already. */
  kill(): void
}

/** Starts one; `heap` is the number of bytes that its heap may grow to. */
export type StartImportProcess = (heap: number, task: ImportTask) => ImportProcess
