import { signal } from '@preact/signals-core'
import { defaultSettings } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { callBridge } from './bridge.ts'
import { notify } from './notices.ts'

/** Pause after the last change before the settings are saved, in milliseconds: a slider that is dragged saves once. */
const SAVE_PAUSE = 400

export const settings = signal<Settings>(defaultSettings)

let timer: ReturnType<typeof setTimeout> | null = null

export async function loadSettings(): Promise<void> {
  const result = await callBridge('settings.read', undefined)
  if (result.ok) settings.value = result.value
  else
    notify({
      kind: 'warning',
      text: `Your settings could not be read, so the usual ones are in use. ${result.error.message}`,
    })
}

/** Saves the settings now if a change is waiting to be saved. */
export async function flushSettings(): Promise<void> {
  if (timer === null) return
  clearTimeout(timer)
  timer = null
  const result = await callBridge('settings.save', settings.peek())
  if (!result.ok) notify({ kind: 'warning', text: `Your settings could not be saved. ${result.error.message}` })
}

/** Changes some settings at once, and saves them a moment later. */
export function changeSettings(changes: Partial<Settings>): void {
  settings.value = { ...settings.peek(), ...changes }
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(() => void flushSettings(), SAVE_PAUSE)
}
