import type { Direction, Entity } from '../mechanism.ts'
import type { CardDecision, ReaderCard, ReaderPassage } from './reader-card.ts'

/** One place that says what an effect says, by the id of the effect that was found there. */
export interface EffectPlace {
  readonly id: string
  readonly passage: ReaderPassage
}

/** An effect as a card shows it, whoever wrote it. */
export interface ShownEffect {
  readonly id: string
  readonly origin: 'found' | 'reader'
  /** Names as they read apart from the text around them, or as the reader writes them; agent null when none is named. */
  readonly agent: string | null
  readonly target: string
  readonly direction: Direction
  /** The words that say so; null for an effect that the reader wrote. */
  readonly trigger: string | null
  readonly negated: boolean
  readonly hedged: boolean
  /** From the first to the last word of agent, trigger and target; of a reader's effect it may be lost. */
  readonly passage: ReaderPassage
  readonly rule: string
  readonly confidence: number
  /** Every place that says it, in text order, this one among them; absent before effects that say the same are merged. */
  readonly places?: readonly EffectPlace[]
  /** What was found, where the reader has corrected it. */
  readonly corrects?: ShownEffect
}

/** A card as it is shown, exported and listed: what was found, with the reader's changes on top. */
export interface ShownCard {
  readonly id: string
  /** 1-based place among the cards that are shown; 0 for a rejected one. */
  readonly number: number
  readonly title: string
  readonly consequence?: string | undefined
  readonly origin: 'found' | 'reader'
  /** What the reader made of it; null when nothing yet. */
  readonly decision: CardDecision | null
  /** Of a reader's card it may be lost. */
  readonly passage: ReaderPassage
  readonly effects: readonly ShownEffect[]
  /** Effects of it that the reader rejected; absent when there are none. */
  readonly rejected?: readonly ShownEffect[]
  readonly entities: readonly Entity[]
  readonly record: ReaderCard | null
}
