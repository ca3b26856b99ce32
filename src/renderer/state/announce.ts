import { signal } from '@preact/signals-core'

/** What the polite live region says. `turn` grows with each message, so that the same words twice are heard twice. */
export const announcement = signal({ text: '', turn: 0 })

/** Tells those who listen rather than look what has just happened. A short sentence. */
export function announce(text: string): void {
  announcement.value = { text, turn: announcement.peek().turn + 1 }
}
