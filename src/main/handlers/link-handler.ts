import type { BrowserWindow } from 'electron'
import { dialog, shell } from 'electron'
import { fail, succeed } from '#core/result/result.ts'
import { outsideAddress } from '../outside-address.ts'
import type { BridgeHandlers } from '../serve-bridge.ts'

/** Links open outside only after the reader has seen where they lead. */
export const linkHandler = (windowOf: () => BrowserWindow | null): Pick<BridgeHandlers, 'link.open'> => ({
  'link.open': async ({ address }) => {
    const window = windowOf()
    const outside = outsideAddress(address)
    if (outside === null)
      return fail('bad-payload', 'Pathmark opens only plain web and mail addresses outside; this link is neither.')
    if (window === null) return succeed(null)
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Open a link',
      message: 'Open this address in your browser?',
      detail: outside,
      buttons: ['Cancel', 'Open'],
      cancelId: 0,
      defaultId: 0,
      noLink: true,
    })
    if (response === 1) await shell.openExternal(outside)
    return succeed(null)
  },
})
