import { UNSAVED_RECORDS } from '#core/bridge/drafts.ts'
import type { Draft, KeptDrafts } from '#core/bridge/drafts.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { withMissingKeys } from './typed-text.ts'
import type { Key } from './typed-text.ts'

/** A draft that was changed longer ago than this, in milliseconds, is not what the reader is writing. */
const STILL_WRITING = 5 * 60_000
/** More than anybody leaves lying about; a page gone wild is stopped here. */
const MOST_DRAFTS = 2_000
const MOST_CHARACTERS = 100_000_000

/** The draft that the reader writes in. */
interface Writing {
  readonly key: string
  readonly caret: number | null
  /** When it was last changed, on the clock that was handed in. */
  readonly at: number
}

type After = KeptDrafts['after']

/** What was typed in the window and not saved, held here so that it outlives the window's page. */
export interface DraftBook {
  /** Refuses all of them when they are more than there is room for. */
  keep(drafts: readonly Draft[]): Result<null>
  /** What a page begins with. Why it was loaded again is told once. */
  read(): KeptDrafts
  /** The draft that is being written; null when none is. */
  writing(): Writing | null
  /**
   * Puts what the last keys typed and the page did not tell any more where the reader writes, and says to the next page why
   * it was loaded.
   */
  pageFailed(failure: NonNullable<After>['failure'], keys: readonly Key[]): void
  /** All drafts by their keys, as they are written to the disk. */
  all(): ReadonlyMap<string, string>
}

/** @param changed called after a draft became different, @param now milliseconds */
export const keepDrafts = (before: ReadonlyMap<string, string>, changed: () => void, now: () => number): DraftBook => {
  const held = new Map(before)
  let characters = [...held.values()].reduce((sum, text) => sum + text.length, 0)
  let last: Writing | null = null
  let after: After = null

  const put = (key: string, text: string | null): void => {
    characters -= held.get(key)?.length ?? 0
    // Taken out first, so that the one that was changed last stands last.
    held.delete(key)
    if (text === null) return
    held.set(key, text)
    characters += text.length
  }
  const writing = (): Writing | null =>
    last !== null && held.has(last.key) && now() - last.at <= STILL_WRITING ? last : null

  return {
    keep(drafts) {
      const more = drafts.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
      const grows = drafts.some(({ text }) => text !== null)
      if (grows && (characters + more > MOST_CHARACTERS || held.size + drafts.length > MOST_DRAFTS))
        return fail('too-much', 'There are more drafts than Pathmark keeps. Save or discard some of them.')
      for (const { key, text, caret } of drafts) {
        put(key, text)
        if (text !== null && !key.endsWith(UNSAVED_RECORDS))
          last = { key, caret: caret === undefined ? null : Math.min(caret, text.length), at: now() }
      }
      changed()
      return succeed(null)
    },
    read() {
      const told = after
      after = null
      return { drafts: [...held].map(([key, text]) => ({ key, text })), after: told }
    },
    writing,
    pageFailed(failure, keys) {
      const place = writing()
      if (place === null) {
        after = { failure, writing: null }
        return
      }
      const { key } = place
      let { caret } = place
      // Without a caret it is no plain text but what a form holds.
      if (caret !== null) {
        const text = held.get(key) ?? ''
        const upToCaret = withMissingKeys(text.slice(0, caret), keys)
        put(key, upToCaret + text.slice(caret))
        caret = upToCaret.length
        changed()
      }
      last = { key, caret, at: now() }
      after = { failure, writing: { key, caret } }
    },
    all: () => held,
  }
}
