import * as v from 'valibot'

/**
 * What a draft belongs to: `<document>/note/<annotation>`, `<document>/tags/<annotation>`, `<document>/page-note`,
 * `<document>/card/<card or new>`, `<document>/effect/<effect>`, `<document>/unsaved` for records that the disk has refused, and `names/new`.
 */
const draftKeySchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}(?:\/[a-z0-9:._-]{1,200}){1,2}$/iu))

/** How the key of records ends that the disk has refused: they are in no field. */
export const UNSAVED_RECORDS = '/unsaved'

/** What stands in a field and is not saved. */
export const draftSchema = v.object({
  key: draftKeySchema,
  /** Null when there is nothing to keep any more. */
  text: v.nullable(v.string()),
  /** Where in the text the reader writes, in UTF-16 units; absent when that is not known. */
  caret: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export type Draft = v.InferOutput<typeof draftSchema>

/** Why a page was loaded once more by the program: it stopped, or it did not answer any more. */
export type WindowFailure = 'stopped' | 'silent'

export interface KeptDrafts {
  readonly drafts: readonly { readonly key: string; readonly text: string }[]
  /** Null for a start like any other. */
  readonly after: {
    readonly failure: WindowFailure
    /** The draft that was being written; what was typed while the page did not answer is in it. Null when none was. */
    readonly writing: { readonly key: string; readonly caret: number | null } | null
  } | null
}
