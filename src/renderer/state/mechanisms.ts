import { batch, computed, effect, signal } from '@preact/signals-core'
import type { OpenedArticle, OpenedMechanisms } from '#core/bridge/calls.ts'
import type { Finding } from '#core/mechanism/finding.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { announce } from './announce.ts'
import { opened, readable } from './article.ts'
import { callBridge, listen } from './bridge.ts'
import { newestRecords } from './newest-records.ts'
import { cardRecords, effectRecords } from './records.ts'
import { waitingFor } from './saving.ts'

/** What was found in one version of one article. */
interface FoundIn {
  readonly article: OpenedArticle
  readonly extraction: Extraction
}

const foundIn = signal<FoundIn | null>(null)

/** What was found in the open article; null until it has come. */
export const found = computed<Extraction | null>(() =>
  foundIn.value !== null && foundIn.value.article === opened.value ? foundIn.value.extraction : null,
)

const findingIn = signal<{ readonly id: string; readonly finding: Finding } | null>(null)

/** How far the search for the open article's mechanisms is; null until that is known. */
export const finding = computed<Finding | null>(() =>
  findingIn.value !== null && findingIn.value.id === opened.value?.article.id ? findingIn.value.finding : null,
)

/** Puts what was found beside the article that it was found in, and the reader's records with it. */
export function showMechanisms(
  shown: OpenedArticle,
  { found: extraction, cards, effectDecisions, finding: state }: OpenedMechanisms,
): void {
  const { id } = shown.article
  const unsaved = waitingFor(id)
  batch(() => {
    cardRecords.value = newestRecords([...newestRecords(cards, unsaved?.cards).values()], cardRecords.peek())
    effectRecords.value = newestRecords(
      [...newestRecords(effectDecisions, unsaved?.effectDecisions).values()],
      effectRecords.peek(),
    )
    foundIn.value = { article: shown, extraction }
    findingIn.value = { id, finding: state }
  })
}

/** Asks for what was found in an article that is open, and takes it in if it is still the one on screen. */
export async function askForMechanisms(shown: OpenedArticle): Promise<void> {
  const { id } = shown.article
  const result = await callBridge('mechanisms.open', { id })
  if (opened.peek() !== shown) return
  if (result.ok) showMechanisms(shown, result.value)
  else findingIn.value = { id, finding: { status: 'failed', message: result.error.message } }
}

/** Looks through the open article again. */
export async function findAgain(): Promise<void> {
  const shown = opened.peek()
  if (shown === null) return
  const { id } = shown.article
  findingIn.value = { id, finding: { status: 'looking', progress: 0 } }
  const result = await callBridge('mechanisms.find', { id })
  if (!result.ok) findingIn.value = { id, finding: { status: 'failed', message: result.error.message } }
}

/** Stops looking; what was found before stays. */
export async function stopFinding(): Promise<void> {
  const id = opened.peek()?.article.id
  if (id === undefined) return
  const result = await callBridge('mechanisms.cancel', { id })
  if (!result.ok) findingIn.value = { id, finding: { status: 'failed', message: result.error.message } }
}

function takeFinding(id: string, state: Finding): void {
  const shown = opened.peek()
  if (shown?.article.id !== id) return
  const before = finding.peek()?.status
  findingIn.value = { id, finding: state }
  if (state.status === 'done') void askForMechanisms(shown).then(() => tellWhatWasFound(shown))
  else if (state.status !== before && state.status === 'looking') announce('Looking for mechanisms')
}

function tellWhatWasFound(shown: OpenedArticle): void {
  const count = opened.peek() === shown ? (found.peek()?.mechanisms.length ?? 0) : 0
  if (count > 0) announce(count === 1 ? 'One mechanism found' : `${count} mechanisms found`)
}

/** Asks for the mechanisms of each article once it can be read, and follows the search; returns a function that stops. */
export function followMechanisms(): () => void {
  const stops = [
    effect(() => {
      const shown = opened.value
      if (shown !== null && readable.value === shown) void askForMechanisms(shown)
    }),
    listen('mechanisms.finding', ({ id, finding: state }) => takeFinding(id, state)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
