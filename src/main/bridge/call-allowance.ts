import { calls } from '#core/bridge/calls.ts'
import type { CallName } from '#core/bridge/calls.ts'

/** Calls that the window may have under way at once, whatever they are. A start asks for six. */
export const CALLS_AT_ONCE = 32
/** Calls that it may begin in one burst, and those that it gets back a second. Typing and scrolling need about ten. */
export const CALLS_IN_A_BURST = 500
const CALLS_PER_SECOND = 500

/** Counts the calls of the window, so that a page gone wild is refused rather than queued for. */
export interface CallAllowance {
  /** True when one more call may begin now. Every call counts, also one that is refused for what it carries. */
  begin(): boolean
  /** What to call when it is over; null when this one may not be under way once more, has to rest, or when too many are. */
  enter(name: CallName): (() => void) | null
}

/** @param now milliseconds of a clock that never goes back */
export const allowCalls = (now: () => number): CallAllowance => {
  let left = CALLS_IN_A_BURST
  let counted = now()
  let underWay = 0
  const each = new Map<CallName, number>()
  const restsUntil = new Map<CallName, number>()
  return {
    begin() {
      const time = now()
      left = Math.min(CALLS_IN_A_BURST, left + ((time - counted) / 1_000) * CALLS_PER_SECOND)
      counted = time
      if (left < 1) return false
      left -= 1
      return true
    },
    enter(name) {
      const same = each.get(name) ?? 0
      const { atOnce, rest = 0 } = calls[name].limits
      if (underWay >= CALLS_AT_ONCE || same >= atOnce || now() < (restsUntil.get(name) ?? -Infinity)) return null
      underWay += 1
      each.set(name, same + 1)
      return () => {
        underWay -= 1
        each.set(name, (each.get(name) ?? 1) - 1)
        if (rest > 0) restsUntil.set(name, now() + rest)
      }
    },
  }
}
