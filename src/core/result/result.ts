/** Failures that cross a boundary, named as data. Each has one line for the reader that says what to do. */
export type FailureCode =
  | 'bad-payload'
  | 'wrong-sender'
  | 'library-missing'
  | 'library-damaged'
  | 'library-read-only'
  | 'format-version-too-new'
  | 'document-unknown'
  | 'document-damaged'
  | 'not-found'
  | 'not-readable'
  | 'not-recognised'
  | 'disk-full'
  | 'not-writable'
  | 'ambiguous-quote'
  | 'quote-not-found'
  | 'cancelled'
  /** What was asked for is so already, or there is nothing that it could be done to; nothing was changed. */
  | 'nothing-to-do'
  /** More was asked for at once, or is to be kept, than there is room for. */
  | 'too-much'
  | 'unexpected'

export interface Failure {
  readonly code: FailureCode
  /** One line, a sentence or two, that says what happened and what the reader can do. */
  readonly message: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (code: FailureCode, message: string): Result<never> => ({ ok: false, error: { code, message } })
