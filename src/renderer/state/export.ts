import { opened } from './article.ts'
import { callBridge } from './bridge.ts'
import { notify } from './notices.ts'
import { flushSaves } from './saving.ts'

/** Exports the open article as Markdown. */
export async function exportMarkdown(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id !== undefined) await exportDocument(id)
}

/** Exports an article as Markdown, after what waits to be saved is on the disk. */
export async function exportDocument(id: string): Promise<void> {
  const saved = await flushSaves()
  if (!saved) notify({ kind: 'warning', text: 'Your last changes are not saved yet, so the export may lack them.' })
  const result = await callBridge('export.markdown', { id })
  if (!result.ok) {
    if (result.error.code !== 'cancelled')
      notify({ kind: 'failure', text: `The export was not written. ${result.error.message}` })
  } else if (result.value !== null) {
    notify({ kind: 'success', text: `Exported to ${result.value}` })
  }
}
