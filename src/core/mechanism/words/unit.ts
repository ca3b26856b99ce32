import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { FunctionClass } from './function-words.ts'
import type { VerbReading } from './verb-forms.ts'

/** The part that a unit plays; `linker` is the second half of `TNF-induced`. */
export type Tag = FunctionClass | 'mention' | 'noun' | 'adjective' | 'number' | 'verb' | 'linker' | 'mark'

/** A word, a mark or a whole entity name, tagged with the part it plays in its sentence. */
export interface Unit extends Span {
  readonly text: string
  readonly lower: string
  tag: Tag
  readonly mention?: Mention
  readonly verb?: VerbReading
  /** For a verb: how it stands. A `reduced` one is a participle that follows its noun without "is". */
  /** True for a word that begins a new phrase though none of its neighbours tells. */
  opens?: boolean
  form?: 'finite' | 'infinitive' | 'ing' | 'passive' | 'reduced'
}
