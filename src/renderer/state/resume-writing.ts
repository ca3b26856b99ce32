import { signal } from '@preact/signals-core'
import type { KeptDrafts } from '#core/bridge/drafts.ts'
import { openArticle, opened } from './article.ts'
import { requestNoteEdit, requestedNoteEdit } from './focus.ts'
import { notify } from './notices.ts'
import { openNames } from './own-names.ts'
import { showSidebar } from './panels.ts'

/** Whether this page took the place of one that failed: the reader's field comes first then, not the article. */
export const resuming = signal(false)

/** The card whose form the reader was writing in; a null card is a new one. The mechanisms panel opens it and sets this to null. */
export const requestedCardForm = signal<{ readonly card: string | null } | null>(null)

/** The effect whose correction the reader was writing. Its fields take the focus and set this to null. */
export const requestedEffectForm = signal<string | null>(null)

/** What the editor of the page note is asked for as. No annotation has this id: theirs are UUIDs. */
export const PAGE_NOTE = 'page-note'

/** Opens the editor that a draft belongs to; false when there is none any more. */
async function openEditor(key: string): Promise<boolean> {
  const [document = '', kind, id = ''] = key.split('/')
  if (document === 'names') {
    openNames(null)
    return true
  }
  if (opened.peek()?.article.id !== document) await openArticle(document)
  if (opened.peek()?.article.id !== document) return false
  if (kind === 'note' || kind === 'tags') requestNoteEdit(id, kind)
  else if (kind === 'page-note') {
    showSidebar('notes')
    requestedNoteEdit.value = { id: PAGE_NOTE, part: 'note' }
  } else if (kind === 'card') {
    showSidebar('mechanisms')
    requestedCardForm.value = { card: id === 'new' ? null : id }
  } else if (kind === 'effect') {
    showSidebar('mechanisms')
    requestedEffectForm.value = id
  } else return false
  return true
}

const what = {
  stopped: 'The window stopped working and was loaded again.',
  silent: 'The window did not answer any more and was loaded again.',
} as const

/** After the page failed: opens the editor that the reader was writing in, with the words in it, and says what happened. */
export async function resumeWriting(after: KeptDrafts['after']): Promise<void> {
  if (after === null) return
  const { failure, writing } = after
  const isBack = writing !== null && (await openEditor(writing.key))
  const rest = isBack
    ? 'What you were writing is back in its field and not saved yet: read its last words, then go on.'
    : 'What you had made and saved is as it was.'
  notify({ kind: 'warning', text: `${what[failure]} ${rest}` })
}
