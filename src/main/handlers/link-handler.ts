import type { BrowserWindow } from 'electron'
import { dialog, shell } from 'electron'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { outsideAddress } from '../outside/outside-address.ts'
import type { OutsideAddress } from '../outside/outside-address.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'

const agrees = async (window: BrowserWindow, { question, detail }: OutsideAddress): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Open a link',
    message: question,
    detail,
    buttons: ['Cancel', 'Open'],
    cancelId: 0,
    defaultId: 0,
    noLink: true,
  })
  return response === 1
}

/** The system may know no program for an address. */
const openOutside = async (address: string): Promise<Result<null>> => {
  try {
    await shell.openExternal(address)
    return succeed(null)
  } catch (error) {
    console.error(`The system did not open a link: ${String(error)}`)
    return fail(
      'not-found',
      'Your system has no program that opens this link. Set a browser or mail program in its settings.',
    )
  }
}

/** Links open outside only after the reader has seen where they lead; one question at a time. */
export const linkHandler = (windowOf: () => BrowserWindow | null): Pick<BridgeHandlers, 'link.open'> => {
  let asking = false
  return {
    'link.open': async ({ address }) => {
      const window = windowOf()
      const outside = outsideAddress(address)
      if (!outside.ok) return outside
      if (window === null || asking) return fail('cancelled', 'Another link waits for your answer.')
      asking = true
      try {
        return (await agrees(window, outside.value)) ? await openOutside(outside.value.address) : succeed(null)
      } finally {
        asking = false
      }
    },
  }
}
