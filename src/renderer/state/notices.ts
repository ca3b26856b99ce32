import { signal } from '@preact/signals-core'

export interface Notice {
  readonly kind: 'information' | 'success' | 'warning' | 'failure'
  /** What happened, and for a failure what to do: one or two sentences. */
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

export interface ShownNotice extends Notice {
  readonly id: number
}

/** How long a notice stays, in milliseconds. Warnings and failures stay until they are dismissed. */
const DISPLAY_TIME = 6_000

export const notices = signal<readonly ShownNotice[]>([])
let lastId = 0

export function dismiss(id: number): void {
  notices.value = notices.peek().filter(notice => notice.id !== id)
}

/** Shows a notice in the corner of the window; one with the same words as another that is shown takes its place. */
export function notify(notice: Notice): number {
  lastId += 1
  const id = lastId
  notices.value = [...notices.peek().filter(shown => shown.text !== notice.text), { ...notice, id }]
  if (notice.kind === 'information' || notice.kind === 'success') setTimeout(() => dismiss(id), DISPLAY_TIME)
  return id
}
