import { signal } from '@preact/signals-core'
import * as v from 'valibot'
import type { Draft, KeptDrafts } from '#core/bridge/drafts.ts'
import type { Result } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { callBridge } from './bridge.ts'
import { forgetEarlierDrafts, takeEarlierDrafts } from './earlier-drafts.ts'

/** Longest time between typing and its being in the main process, in milliseconds: what a crash of the page may cost. */
const PAUSE = 100
/** Pause before drafts that were refused are sent again, in milliseconds. */
const AFTER_REFUSAL = 1_000

/**
 * Text that was typed and not yet saved. It is handed to the main process while it is typed, so that it outlives a closed
 * editor, another article and a crash, and is dropped once it is saved. Keys are those of `core/bridge/drafts.ts`.
 */
const drafts = signal<ReadonlyMap<string, string>>(new Map())
/** Where the reader wrote in a draft when the page before this one failed. */
let caret: { readonly key: string; readonly at: number } | null = null

/** What the main process has not been told yet, the latest of each. */
const unsent = new Map<string, Draft>()
let timer: ReturnType<typeof setTimeout> | null = null
/** The drafts that are on their way; settles when they are kept, or waiting again. */
let sending: Promise<unknown> = Promise.resolve()

async function deliver(sent: readonly Draft[]): Promise<Result<null>> {
  for (const { key } of sent) unsent.delete(key)
  const result = await callBridge('drafts.keep', { drafts: sent.slice() })
  // What was typed meanwhile is newer.
  if (!result.ok) for (const draft of sent) if (!unsent.has(draft.key)) unsent.set(draft.key, draft)
  return result
}

const firstUnsent = (): readonly Draft[] => [...unsent.values()].slice(0, 100)

async function send(): Promise<void> {
  timer = null
  if (unsent.size === 0) return
  // Armed before the answer: what is typed meanwhile does not wait for it.
  timer = setTimeout(() => void send(), PAUSE)
  const delivered = deliver(firstUnsent())
  sending = Promise.all([sending, delivered])
  const result = await delivered
  if (result.ok) return
  console.warn(`Drafts are kept in this window only. ${result.error.message}`)
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(() => void send(), AFTER_REFUSAL)
}

function tell(draft: Draft): void {
  unsent.set(draft.key, draft)
  if (timer === null) void send()
}

export const readDraft = (key: string): string | null => drafts.value.get(key) ?? null

/** The JSON text of a draft as it was left; null for one that cannot be read. Its shape is still to be checked. */
const parseDraft = (text: string): unknown => {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** A draft that is kept as JSON, in the shape it should have; null when there is none, or none that can be read so. */
export const readDraftAs = <S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | null => {
  const text = readDraft(key)
  const read = text === null ? null : v.safeParse(schema, parseDraft(text))
  return read?.success === true ? read.output : null
}

export const draftKeysEndingWith = (ending: string): readonly string[] =>
  [...drafts.peek().keys()].filter(key => key.endsWith(ending))

/** Where to go on writing in a draft that was brought back; null for its end. */
export const caretOf = (key: string): number | null => (caret?.key === key ? caret.at : null)

/** @param at where in the text the reader writes, in UTF-16 units, for a draft that is plain text */
export function keepDraft(key: string, text: string, at?: number): void {
  drafts.value = new Map(drafts.peek()).set(key, text)
  if (caret?.key === key) caret = null
  tell({ key, text, ...(at !== undefined && { caret: at }) })
}

export function dropDraft(key: string): void {
  if (!drafts.peek().has(key)) return
  const rest = new Map(drafts.peek())
  rest.delete(key)
  drafts.value = rest
  tell({ key, text: null })
}

/** Answers when all drafts are on the disk. */
export async function flushDrafts(): Promise<Result<null>> {
  await sending
  while (unsent.size > 0) {
    const kept = await deliver(firstUnsent())
    if (!kept.ok) return kept
  }
  return callBridge('drafts.flush', undefined)
}

/** Takes in what was typed before this page was loaded. Returns why it was loaded again; null for a start like any other. */
export async function loadDrafts(): Promise<KeptDrafts['after']> {
  const result = await callBridge('drafts.read', undefined)
  if (!result.ok) {
    console.warn(`Earlier drafts could not be read. ${result.error.message}`)
    return null
  }
  const { drafts: kept, after } = result.value
  // What has been typed here since is newer.
  drafts.value = new Map([...kept.map(({ key, text }) => [key, text] as const), ...drafts.peek()])
  const earlier = takeEarlierDrafts()
  for (const [key, text] of earlier) if (!drafts.peek().has(key)) keepDraft(key, text)
  if (earlier.length > 0 && (await flushDrafts()).ok) forgetEarlierDrafts()
  const writing = after?.writing
  if (writing != null && writing.caret !== null) caret = { key: writing.key, at: writing.caret }
  return after
}
