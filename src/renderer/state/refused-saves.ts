import { effect, untracked } from '@preact/signals-core'
import { announce } from './announce.ts'
import { library } from './library.ts'
import { dismiss, notify } from './notices.ts'
import { retryNow, saving } from './saving.ts'

/** Says so when the disk refuses what the reader made, and when it has taken all of it; returns a function that stops. */
export function followRefusals(): () => void {
  let told: { readonly id: number; readonly message: string } | null = null
  const stop = effect(() => {
    const { status, message } = saving.value
    untracked(() => {
      if (status === 'failed') {
        // A library that can only be read says so in its banner.
        if (told?.message === message || library.peek()?.writable === false) return
        if (told !== null) dismiss(told.id)
        const id = notify({
          kind: 'failure',
          text: `Not saved yet. ${message} Your changes are kept here, and saving them is tried again by itself.`,
        })
        told = { id, message }
      } else if (status === 'saved' && told !== null) {
        dismiss(told.id)
        told = null
        notify({ kind: 'success', text: 'Saving works again: everything is saved.' })
        announce('Everything is saved.')
      }
    })
  })
  // Whoever comes back to the window may have made room, or plugged the disk in.
  const look = (): void => {
    if (saving.peek().status === 'failed') void retryNow()
  }
  window.addEventListener('focus', look)
  return () => {
    stop()
    window.removeEventListener('focus', look)
  }
}
