import { WRITER_LENGTH } from '#core/annotation/record-edits.ts'
import type { TellChoices } from '../merge-notes.ts'
import { describeChoices } from './describe-choices.ts'

/** What all that unites copies of one open library's files works with. */
export interface Uniting {
  /** Stands for this opening of the library in the records that it changes. */
  readonly writer: string
  /** Takes what had to be chosen between two copies, a line each; `id` is the document's, null for the library's own files. */
  readonly warn: (id: string | null, lines: readonly string[]) => void
  /** Called after something of another copy was taken in. */
  readonly takenIn: (id: string | null) => void
}

/** An id for one opening of a library for writing, from a UUID. */
export const newWriter = (id: string): string => id.replaceAll('-', '').slice(0, WRITER_LENGTH).toLowerCase()

export const tellOf =
  ({ warn }: Uniting, id: string | null): TellChoices =>
  (name, choices) =>
    warn(id, describeChoices(name, choices))
