import { callBridge } from './bridge.ts'
import { notify } from './notices.ts'

/** Has the main process show an outside address to the reader and, if agreed, open it in the system's browser. */
export async function openLink(address: string): Promise<void> {
  const result = await callBridge('link.open', { address })
  if (!result.ok && result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
}
