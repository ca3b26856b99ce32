import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { withAbout } from '#core/mechanism/corrections/about-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { effectDecisionFields, readerCardFields } from '#core/mechanism/corrections/record-fields.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import { mergeMechanisms, mergeReaderMechanisms } from '../merge-mechanisms.ts'
import type { ReaderMechanisms } from '../merge-mechanisms.ts'
import { stampAllSaved, stampingFor } from './stamp-saved.ts'
import type { Stamping } from './stamp-saved.ts'
import { tellOf } from './uniting.ts'
import type { Uniting } from './uniting.ts'

/** Brings together what copies of documents' mechanisms say, and notes in each record that is saved here who changed what. */
export class UnitedMechanisms {
  readonly #uniting: Uniting
  readonly #cards: Stamping<ReaderCard>
  readonly #decisions: Stamping<EffectDecision>

  constructor(uniting: Uniting) {
    this.#uniting = uniting
    this.#cards = stampingFor(readerCardFields, uniting.writer)
    this.#decisions = stampingFor(effectDecisionFields, uniting.writer)
  }

  /** Takes in what another copy of a document's mechanisms says. Gives back `ours` itself when it adds nothing. */
  takeIn(id: string, ours: Mechanisms, theirs: Mechanisms): Mechanisms {
    const united = mergeMechanisms(ours, theirs, tellOf(this.#uniting, id))
    if (united === ours) return ours
    this.#cards.earlier.rememberAll(ours.cards, united.cards)
    this.#decisions.earlier.rememberAll(ours.effectDecisions ?? [], united.effectDecisions ?? [])
    this.#uniting.takenIn(id)
    return united
  }

  /** Keeps what the reader made of what was found. */
  save(id: string, mechanisms: Mechanisms, saved: ReaderMechanisms): Mechanisms {
    const { found, cards, effectDecisions = [] } = mechanisms
    const records = {
      cards: stampAllSaved(this.#cards, cards, withAbout(found, saved.cards, cards)),
      effectDecisions: stampAllSaved(this.#decisions, effectDecisions, saved.effectDecisions),
    }
    return mergeReaderMechanisms(mechanisms, records, found, tellOf(this.#uniting, id))
  }
}
