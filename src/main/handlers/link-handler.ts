import type { BrowserWindow } from 'electron'
import { dialog, shell } from 'electron'
import { fail, succeed } from '#core/result/result.ts'
import type { BridgeHandlers } from '../serve-bridge.ts'

const OPENS_OUTSIDE = new Set(['http:', 'https:', 'mailto:'])

/** Links open outside only after the reader has seen where they lead. */
export const linkHandler = (windowOf: () => BrowserWindow | null): Pick<BridgeHandlers, 'link.open'> => ({
  'link.open': async ({ address }) => {
    const window = windowOf()
    if (!URL.canParse(address) || !OPENS_OUTSIDE.has(new URL(address).protocol))
      return fail('bad-payload', 'Pathmark opens only web and mail addresses outside; this link is neither.')
    if (window === null) return succeed(null)
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Open a link',
      message: 'Open this address in your browser?',
      detail: new URL(address).href,
      buttons: ['Cancel', 'Open'],
      cancelId: 0,
      defaultId: 0,
      noLink: true,
    })
    if (response === 1) await shell.openExternal(new URL(address).href)
    return succeed(null)
  },
})
