import type { Bridge } from '#core/bridge/bridge.ts'
import type { CallName, CallPayload, CallValue } from '#core/bridge/calls.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

/** What the preload script put on the window; missing when the page is opened outside the application. */
const bridgeOf = (host: Window & { readonly pathmark?: Bridge }): Bridge | undefined => host.pathmark

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Asks the main process. Never rejects: a call that does not come back is a failure like any other. */
export async function callBridge<Name extends CallName>(
  name: Name,
  payload: CallPayload<Name>,
): Promise<Result<CallValue<Name>>> {
  const bridge = bridgeOf(window)
  if (bridge === undefined)
    return fail('unexpected', 'This page only works inside the Pathmark window. Start Pathmark again.')
  try {
    return await bridge.call(name, payload)
  } catch (error) {
    return fail('unexpected', `Pathmark did not answer (${reasonOf(error)}). Try again, or restart it.`)
  }
}

/** Listens to one kind of message from the main process; returns a function that stops listening. */
export function listen<Name extends EventName>(name: Name, listener: (value: BridgeEvents[Name]) => void): () => void {
  return bridgeOf(window)?.on(name, listener) ?? (() => undefined)
}
