import { bisect } from '#core/order/bisect.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { heedReader } from '#core/revision/heed-reader.ts'
import { compareSpans } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'

/** An annotation with what became of its passage; `span` is null when the verdict names none. */
export interface PlacedAnnotation {
  readonly annotation: Annotation
  readonly verdict: Verdict
  readonly span: Span | null
}

/** An annotation before and after a change of the list; null where it is not in it. */
export interface PlacedChange {
  readonly before: PlacedAnnotation | null
  readonly after: PlacedAnnotation | null
}

/** `found` is the verdict on its selectors alone; what the reader has said of the passage is heeded here. */
export const placedOn = (annotation: Annotation, found: Verdict): PlacedAnnotation => {
  const verdict = heedReader(annotation, found)
  return { annotation, verdict, span: isFound(verdict) ? { start: verdict.start, end: verdict.end } : null }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Text order; those without a passage come last, in the order in which they once stood. Two are never equal. */
function byPlace(a: PlacedAnnotation, b: PlacedAnnotation): number {
  if ((a.span === null) !== (b.span === null)) return a.span === null ? 1 : -1
  const spans = compareSpans(a.span ?? a.annotation.selectors.position, b.span ?? b.annotation.selectors.position)
  return spans || order(a.annotation.id, b.annotation.id)
}

/** Number of elements of a sorted list that come before `placed`. */
function indexOf(sorted: readonly PlacedAnnotation[], placed: PlacedAnnotation): number {
  return bisect(0, sorted.length, at => {
    const other = sorted[at]
    return other !== undefined && byPlace(other, placed) < 0
  })
}

/** More changes than this at once are sorted in as a whole, which then is cheaper than one by one. */
const MANY = 64

/** Annotations in text order and by id, in which one of ten thousand is changed without sorting the others again. */
export class PlacedAnnotations {
  #list: PlacedAnnotation[] = []
  readonly #byId = new Map<string, PlacedAnnotation>()
  readonly #changes: PlacedChange[] = []

  /** In text order, those without a passage last. A change makes another array. */
  get list(): readonly PlacedAnnotation[] {
    return this.#list
  }

  get(id: string): PlacedAnnotation | null {
    return this.#byId.get(id) ?? null
  }

  /** How many have a passage: the list begins with them. */
  get foundCount(): number {
    return this.firstFrom(Infinity)
  }

  /** Number of the first annotation in the list whose passage does not start before `offset`. */
  firstFrom(offset: number): number {
    return bisect(0, this.#list.length, at => {
      const span = this.#list[at]?.span ?? null
      return span !== null && span.start < offset
    })
  }

  /** Where an annotation stands in the list; -1 for one that is not in it. */
  indexOf(id: string): number {
    const placed = this.get(id)
    return placed === null ? -1 : indexOf(this.#list, placed)
  }

  /** Every change so far, in order. Who remembers how many there were catches up with what came after. */
  get changes(): readonly PlacedChange[] {
    return this.#changes
  }

  /** Puts annotations by their ids in their places, or with null takes the one of that id out. */
  put(entries: ReadonlyMap<string, PlacedAnnotation | null>): void {
    const known = this.#changes.length
    const oneByOne = entries.size <= MANY
    // Whoever was given the array before keeps it as it was.
    const list = oneByOne ? [...this.#list] : []
    for (const [id, after] of entries) {
      const before = this.get(id)
      if (before === after) continue
      if (oneByOne && before !== null) list.splice(indexOf(list, before), 1)
      if (oneByOne && after !== null) list.splice(indexOf(list, after), 0, after)
      if (after === null) this.#byId.delete(id)
      else this.#byId.set(id, after)
      this.#changes.push({ before, after })
    }
    if (this.#changes.length > known) this.#list = oneByOne ? list : [...this.#byId.values()].toSorted(byPlace)
  }
}
