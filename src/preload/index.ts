/// <reference lib="dom" />
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL, REFUSED_UNSENT } from '#core/bridge/bridge.ts'
import type { Bridge } from '#core/bridge/bridge.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import { LARGEST_LIMITS, payloadProblem } from '#core/bridge/payload-limits.ts'

/** What this page calls itself: a page that is loaded anew is another one. Not `randomUUID`, which pages of some schemes lack. */
const page = crypto.getRandomValues(new Uint32Array(4)).join('-')

const bridge: Bridge = {
  // What no call may carry stays on this side: the main process would have to unpack it before it could refuse it.
  call: async (name, payload) =>
    payloadProblem(payload, LARGEST_LIMITS) === null
      ? ipcRenderer.invoke(CALL_CHANNEL, name, payload, page)
      : REFUSED_UNSENT,
  on: <Name extends EventName>(name: Name, listener: (value: BridgeEvents[Name]) => void) => {
    const hear = (_event: unknown, sent: unknown, value: BridgeEvents[Name]): void => {
      if (sent === name) listener(value)
    }
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  },
}

// Before the page hears of a drop: it may only ask that what was dropped be imported. A drop that a script made is none.
window.addEventListener(
  'drop',
  event => {
    if (!event.isTrusted || event.dataTransfer === null) return
    const paths = [...event.dataTransfer.files].map(file => webUtils.getPathForFile(file)).filter(path => path !== '')
    if (paths.length > 0) ipcRenderer.send(DROP_CHANNEL, paths)
  },
  { capture: true },
)

// Each part of the window that waits for a kind of message listens by itself: more than the ten that count as a leak.
ipcRenderer.setMaxListeners(50)

// Frozen, and with a name that cannot be given to anything else: the context bridge does both.
contextBridge.exposeInMainWorld('pathmark', bridge)
