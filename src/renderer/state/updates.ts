import { signal } from '@preact/signals-core'
import type { NewerCopy, OpenedArticle } from '#core/bridge/calls.ts'
import type { Result } from '#core/result/result.ts'
import { announce } from './announce.ts'
import { openArticle, opened, showOpened, updateReport } from './article.ts'
import { callBridge } from './bridge.ts'
import { shownDialog } from './dialogs.ts'
import { forgetHistory, reachTextStep, textChanged, undoTextStep, whileTextChanges } from './history.ts'
import type { TextStep } from './history.ts'
import { loadLibrary, takeIn } from './library.ts'
import { notify } from './notices.ts'
import { showUpdate, updateShown } from './panels.ts'
import { flushPosition } from './reading-position.ts'
import { flushSaves } from './saving.ts'

/** Id of the article that is being put in another version; null while none is. */
export const updating = signal<string | null>(null)

/** Files that look like newer copies of articles in the library; the reader is asked about the first. */
export const newerCopies = signal<readonly NewerCopy[]>([])

type Ask = () => Promise<Result<OpenedArticle | null>>

let running: Promise<unknown> = Promise.resolve()

/** One change of version at a time: the next waits for the one before it. Null when it was not made. */
function changeVersion(id: string, ask: Ask): Promise<OpenedArticle | null> {
  const change = running.then(() => changeNow(id, ask))
  running = change
  return change
}

/** Has everything on the disk that the change is to work on, and says what went wrong. */
async function changeNow(id: string, ask: Ask): Promise<OpenedArticle | null> {
  updating.value = id
  try {
    await flushPosition()
    if (!(await flushSaves())) {
      notify({
        kind: 'failure',
        text: 'The article stays as it is: your last changes are not on the disk yet. Save them first, then try again.',
      })
      return null
    }
    const result = await ask()
    if (!result.ok) {
      if (result.error.code !== 'cancelled') notify({ kind: 'failure', text: result.error.message })
      return null
    }
    return result.value
  } finally {
    updating.value = null
  }
}

/** Takes the place of the article on screen, if it is still the one that the reader looks at. */
function showVersion(shown: OpenedArticle): boolean {
  if (opened.peek()?.article.id !== shown.article.id) return false
  showOpened(shown)
  return true
}

const UPDATE = 'Update from a newer copy'
const READ_AGAIN = 'Read the original again'

const updateOf = (id: string, label = UPDATE): TextStep => ({
  label,
  takeBack: async (): Promise<boolean> => {
    const shown = await changeVersion(id, () => callBridge('article.undo-update', { id }))
    if (shown === null || !showVersion(shown)) return false
    updateShown.value = false
    announce('The update was taken back. The article is as it was before.')
    return true
  },
  doAgain: async (): Promise<boolean> => {
    const shown = await changeVersion(id, () => callBridge('article.redo-update', { id }))
    if (shown === null || !showVersion(shown)) return false
    showUpdate()
    announce('The update was put in place again.')
    return true
  },
})

/** Puts a newer copy in an article's place and opens its report. Without an offer the reader chooses the file. */
export const updateArticle = (id: string, offer?: string): Promise<void> =>
  whileTextChanges(id, () => updateNow(id, offer))

async function updateNow(id: string, offer?: string): Promise<void> {
  const before = opened.peek()?.article.id
  const shown = await changeVersion(id, () =>
    callBridge('article.update', offer === undefined ? { id } : { id, offer }),
  )
  if (shown !== null) showUpdated(shown, before, updateOf(id))
}

/** Reads the file that an article came from once more, and opens the report when that gave another text. */
export const readOriginalAgain = (id: string): Promise<void> => whileTextChanges(id, () => readAgainNow(id))

async function readAgainNow(id: string): Promise<void> {
  const before = opened.peek()?.article.id
  let isAsBefore = false
  const shown = await changeVersion(id, async () => {
    const read = await callBridge('article.read-again', { id })
    isAsBefore = read.ok && read.value === null
    return read
  })
  if (shown !== null) showUpdated(shown, before, updateOf(id, READ_AGAIN))
  else if (isAsBefore)
    notify({ kind: 'information', text: 'The original reads as it did before. Nothing was changed.' })
}

/** Shows what took an article's place, with its report; `before` is the id of the article that was open when that was asked for. */
function showUpdated(shown: OpenedArticle, before: string | undefined, step: TextStep): void {
  const { id } = shown.article
  void loadLibrary()
  if (opened.peek()?.article.id !== before) {
    // The reader has gone on to another article meanwhile.
    const show = (): void => void openArticle(id).then(showUpdate)
    notify({
      kind: 'success',
      text: `“${shown.article.metadata.title}” was updated.`,
      action: { label: 'Show', run: show },
    })
    return
  }
  if (before !== id) forgetHistory()
  showOpened(shown)
  textChanged(step)
  showUpdate()
}

/** Takes the last update back from its report, also in a later session. */
export async function takeUpdateBack(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id !== undefined) await undoTextStep(updateOf(id))
}

/** The reader has done with the report. The update itself can be undone as long as the program runs. */
export async function closeReport(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id === undefined) return
  const result = await callBridge('article.close-report', { id })
  if (!result.ok) {
    notify({ kind: 'failure', text: `The report could not be put away. ${result.error.message}` })
    return
  }
  if (opened.peek()?.article.id !== id) return
  reachTextStep(updateOf(id))
  updateShown.value = false
  updateReport.value = null
  notify({
    kind: 'information',
    text: 'The report was put away, and the new version stays. Until you close Pathmark, Undo still takes the update back.',
  })
}

/** Opens the question about the first of the newer copies, if there are any. */
export function askAboutNewerCopies(copies: readonly NewerCopy[]): void {
  newerCopies.value = [...newerCopies.peek(), ...copies]
  if (newerCopies.peek().length > 0) shownDialog.value = 'newer-copy'
}

/** What the reader decides about the first of the newer copies; the next question stands in its place. */
export async function decideNewerCopy(decision: 'update' | 'beside' | 'leave'): Promise<void> {
  const [first, ...rest] = newerCopies.peek()
  if (first === undefined) return
  newerCopies.value = rest
  if (rest.length === 0 && shownDialog.peek() === 'newer-copy') shownDialog.value = null
  if (decision === 'update') await updateArticle(first.id, first.offer)
  else if (decision === 'beside') await importBeside(first)
}

async function importBeside({ offer }: NewerCopy): Promise<void> {
  const [id] = takeIn(await callBridge('library.import-beside', { offer }))
  await loadLibrary()
  if (id !== undefined) await openArticle(id)
}
