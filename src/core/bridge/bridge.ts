import { fail } from '../result/result.ts'
import type { Result } from '../result/result.ts'
import type { CallName, CallPayload, CallValue } from './calls.ts'
import type { BridgeEvents, EventName } from './events.ts'

/** What the preload script puts on the window as `window.pathmark`, and nothing else. */
export interface Bridge {
  call<Name extends CallName>(name: Name, payload: CallPayload<Name>): Promise<Result<CallValue<Name>>>
  /** Returns a function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (value: BridgeEvents[Name]) => void): () => void
}

/** The one channel for calls, and the one for events. */
export const CALL_CHANNEL = 'pathmark:call'
export const EVENT_CHANNEL = 'pathmark:event'
/** By which the preload script, and not the page, tells the paths of what was dropped on the window. */
export const DROP_CHANNEL = 'pathmark:dropped'

/** The answer to a payload that is too large, or too strange, to be sent at all. */
export const REFUSED_UNSENT = fail(
  'bad-payload',
  'The window sent more, or something else, than any call takes; nothing was changed.',
)
