import type { Bridge } from '#core/bridge/bridge.ts'

declare global {
  interface Window {
    readonly pathmark: Bridge
  }
}
