import type { ContestantName } from './contestant-names.ts'
import type { Memory, Outcome } from './benchmark-window.ts'
import type { Added, Anchored, Hits, Scrolled } from './page/cell.ts'
import type { PaintCheck } from './page/visible-characters.ts'

export interface Size {
  readonly title: string
  /** About how many characters the article has. */
  readonly length: number
}

/** What one contestant did in one size with one number of annotations, a value a round. */
export interface Results {
  readonly name: ContestantName
  readonly anchored: Outcome<Anchored>[]
  /** The same with every stored position past the passage. */
  readonly moved: Outcome<Anchored>[]
  readonly painted: Outcome<number>[]
  readonly checked: Outcome<PaintCheck>[]
  readonly added: Outcome<Added>[]
  readonly hits: Outcome<Hits>[]
  readonly scrolled: Outcome<Scrolled>[]
  /** What it takes when it has painted, beyond the page without it. */
  readonly memory: Memory[]
}

/** One size with one number of annotations. */
export interface Group {
  readonly size: Size
  readonly count: number
  readonly rounds: number
  readonly results: readonly Results[]
}

export const noResults = (name: ContestantName): Results => ({
  name,
  anchored: [],
  moved: [],
  painted: [],
  checked: [],
  added: [],
  hits: [],
  scrolled: [],
  memory: [],
})

export const valuesOf = <Value>(outcomes: readonly Outcome<Value>[]): Value[] =>
  outcomes.flatMap(outcome => (outcome.kind === 'done' ? [outcome.value] : []))

export const isDone = (outcomes: readonly Outcome<unknown>[]): boolean =>
  outcomes.length > 0 && outcomes.every(outcome => outcome.kind === 'done')
