import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { parseTypedAddress } from '#library/fetching/typed-address.ts'
import { outsideAddress } from '../outside/outside-address.ts'

/**
 * Asks whether a page may be fetched. It is asked outside of the page, which an article might have taken over: nothing leaves this machine
 * that the reader has not seen.
 */
export const mayFetch = async (window: BrowserWindow | null, typed: string): Promise<Result<boolean>> => {
  const address = parseTypedAddress(typed)
  if (!address.ok) return address
  const shown = outsideAddress(address.value.href)
  if (!shown.ok) return shown
  if (window === null) return succeed(false)
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Import a page',
    message: 'Fetch this page and its pictures?',
    detail: shown.value.detail,
    buttons: ['Cancel', 'Fetch'],
    cancelId: 0,
    defaultId: 1,
    noLink: true,
  })
  return succeed(response === 1)
}
