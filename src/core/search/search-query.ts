/** Where a hit stands: in the title or what stands with it, in the text, in a note or its tags, in a mechanism card. */
export type HitPlace = 'title' | 'text' | 'note' | 'mechanism'

/** What a word of a query may be looked for in, as in `tag:cytokine`. */
export const searchFields = ['title', 'author', 'text', 'note', 'tag', 'mechanism'] as const
export type SearchField = (typeof searchFields)[number]

/** A run of words of the index that stand one behind the other. */
export type WordRun = readonly string[]

/** One thing that a query asks for. */
export interface SearchTerm {
  /** As it was typed, without what stands for field, quotation or negation. */
  readonly typed: string
  /** Null for anywhere. */
  readonly field: SearchField | null
  /** Documents that hold it are left out. */
  readonly negated: boolean
  /** In quotation marks: these words, and no other form of them. */
  readonly exact: boolean
  /** Any of them will do; the first is how it was typed. */
  readonly forms: readonly WordRun[]
  /** The last word may go on. */
  readonly open: boolean
}

/** What is looked for. A document has to hold every term that is not negated. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
}
