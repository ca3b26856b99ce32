import type { BlockKind } from '#core/article/article.ts'
import type { PagePlace } from '#core/article/page-place.ts'
import type { Attributes } from './canonical-attributes.ts'
import type { Formula } from './math/read-math.ts'

/** An inline element around a run, linked to the one around it. */
export interface Inline {
  readonly tag: string
  readonly attributes: Attributes
  readonly parent: Inline | null
  readonly depth: number
}

/** A piece of a leaf: characters as the source has them, a line break, a formula, or an image. */
export type Run =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly inline: Inline | null
      readonly place?: PagePlace | undefined
    }
  | { readonly kind: 'break'; readonly inline: Inline | null }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly inline: Inline | null }
  | {
      readonly kind: 'image'
      /** How the source names it. */
      readonly reference: string
      /** Name under which it is kept; null until it is found. */
      readonly asset: string | null
      readonly attributes: Attributes
      readonly inline: Inline | null
    }

/** An element that holds running text. */
export interface Leaf {
  readonly type: 'leaf'
  readonly tag: string
  readonly attributes: Attributes
  readonly kind: BlockKind
  /** Of a heading that opens a section. */
  readonly level: number | undefined
  readonly row: number | undefined
  readonly cell: number | undefined
  runs: Run[]
}

/** An element that holds other elements. */
export interface Container {
  readonly type: 'container'
  readonly tag: string
  readonly attributes: Attributes
  readonly parent: Container | null
  readonly depth: number
  /** Numbers of the innermost table row and cell that it is or stands in. */
  readonly row: number | undefined
  readonly cell: number | undefined
  /**
   * Why the importer put in an element that the source does not have: `filler` where a list, table or row holds something
   * that may not stand in it directly, `wrapper` around list items without a list.
   */
  readonly supplied: 'filler' | 'wrapper' | null
  readonly children: (Container | Leaf)[]
}

/** Canonical content before it is written: what the source says, in the elements that are allowed. */
export interface Content {
  readonly root: Container
  /** Leaves in reading order. */
  readonly leaves: readonly Leaf[]
  /** The leaf at which each `id` of the source stands; the last one for an id after all text. */
  readonly anchors: ReadonlyMap<string, Leaf>
  readonly warnings: readonly string[]
}

/** The warning of an import that had to give up structure for its depth. */
export const FLATTENED = 'Very deep nesting was flattened.'
