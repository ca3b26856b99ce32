import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { ownNameFields } from '#core/mechanism/corrections/record-fields.ts'
import type { OwnLexicon } from '../mechanism-files.ts'
import { mergeOwnLexicons } from '../merge-names.ts'
import { stampAllSaved, stampingFor } from './stamp-saved.ts'
import type { Stamping } from './stamp-saved.ts'
import { tellOf } from './uniting.ts'
import type { Uniting } from './uniting.ts'

/** Brings together the names of two copies of a library, and notes in each that is saved here who changed what. */
export class UnitedNames {
  readonly #uniting: Uniting
  readonly #names: Stamping<OwnName>

  constructor(uniting: Uniting) {
    this.#uniting = uniting
    this.#names = stampingFor(ownNameFields, uniting.writer)
  }

  /** Takes in what another copy of the names says. Gives back `ours` itself when it adds nothing. */
  takeIn(ours: OwnLexicon, theirs: Pick<OwnLexicon, 'names'>): OwnLexicon {
    const united = mergeOwnLexicons(ours, theirs, tellOf(this.#uniting, null))
    if (united === ours) return ours
    this.#names.earlier.rememberAll(ours.names, united.names)
    this.#uniting.takenIn(null)
    return united
  }

  /** Keeps names that the reader gave, changed or deleted. */
  save(lexicon: OwnLexicon, saved: readonly OwnName[]): OwnLexicon {
    const names = stampAllSaved(this.#names, lexicon.names, saved)
    return mergeOwnLexicons(lexicon, { names }, tellOf(this.#uniting, null))
  }
}
