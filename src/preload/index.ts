import { contextBridge, ipcRenderer } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#core/bridge/bridge.ts'
import type { Bridge } from '#core/bridge/bridge.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'

const bridge: Bridge = {
  call: (name, payload) => ipcRenderer.invoke(CALL_CHANNEL, name, payload),
  on: <Name extends EventName>(name: Name, listener: (value: BridgeEvents[Name]) => void) => {
    const hear = (_event: unknown, sent: unknown, value: BridgeEvents[Name]): void => {
      if (sent === name) listener(value)
    }
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  },
}

contextBridge.exposeInMainWorld('pathmark', bridge)
