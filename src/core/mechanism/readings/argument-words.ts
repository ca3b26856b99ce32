import type { Span } from '../../text/span.ts'
import type { Item } from './sentence-items.ts'

/** Nouns that say there is less of what they govern; as an agent the whole phrase is meant ("inhibition of X"). */
const LESS =
  /^(?:abolition|abrogation|ablation|absence|arrest|attenuation|block(?:ade|age)?|clearance|death|decline|decreases?|defects?|deficien(?:cy|cies)|degradation|deletion|depletion|destabili[sz]ation|destruction|disappearance|disruption|down-?regulation|drop|elimination|failure|fall|impairment|inactivation|inhibition|interruption|knock-?(?:down|out)|lack|loss(?:es)?|lowering|neutrali[sz]ation|prevention|reductions?|regression|removal|repression|restriction|retardation|shrinkage|silencing|suppression|withdrawal)$/

/** What stands for less of what it is made against: "X siRNA", "X-deficient". */
const AGAINST =
  /^(?:anti|antagonists?|antibod(?:y|ies)|antisense|blockers?|deficient|depleted|inhibitors?|knock-?outs?|mimetics-?|null|scavengers?|sh-?rnas?|si-?rnas?|silenced|defective|knocked-?down|knocked-?out)$/

/** The same before a name without any other word; "the X inhibitor Y" is not against Y. */
const MADE_AGAINST = /^(?:anti|antisense)$/

/** Participles and adjectives that turn the noun they stand before. */
const LESS_OF =
  /^(?:abolished|abrogated|attenuated|blocked|blocking|blunted|decreased|decreasing|defective|deficient|delayed|diminished|dominant-negative|down-?regulated|down-?regulating|fewer|impaired|inactive|inactivating|inhibited|inhibiting|less|lower|lowered|lowering|milder|neutrali[sz]ing|preventing|reduced|reducing|repressed|repressing|silencing|slower|smaller|suppressed|suppressing|weaker)$/

const isPassed = ({ symbol, tag }: Item): boolean =>
  symbol === '' ||
  symbol === 'n' ||
  symbol === 'E' ||
  symbol === 'L' ||
  symbol === ',' ||
  symbol === 'and' ||
  symbol === 'or' ||
  tag === 'ADJ'

export interface Turned {
  /** -1 when what is said of the entity is the contrary of what is said of the phrase. */
  readonly turn: 1 | -1
  /** The entity's words, with the noun that governs it where that noun is meant. */
  readonly span: Span
}

/** Turning nouns right behind an entity: "X depletion", "X protein degradation". */
const behind = (items: readonly Item[], at: number, limit: number): { item: Item; kind: 'less' | 'against' } | null => {
  for (let i = at + 1; i <= Math.min(at + 3, limit - 1); i++) {
    const item = items[i]
    if (!item || item.mention) return null
    if (LESS.test(item.lower)) return { item, kind: 'less' }
    if (AGAINST.test(item.lower)) return { item, kind: 'against' }
    if (item.symbol !== 'n' && item.symbol !== '' && item.tag !== 'NOUN' && item.symbol !== 'N') return null
  }
  return null
}

/** Turning words before an entity, back to `limit`: "inhibition of X", "reduced X", "anti-X". */
const before = (
  items: readonly Item[],
  at: number,
  limit: number,
): { turns: number; first: Item | null; against: number; head: Item | null } => {
  let turns = 0
  let head: Item | null = null
  let crossed = false
  let against = 0
  let first: Item | null = null
  let governed = false
  for (let i = at - 1; i > limit && i >= at - 16; i--) {
    const item = items[i]
    if (!item) break
    if (governed && LESS.test(item.lower)) {
      turns++
      first = item
      governed = false
      continue
    }
    if (!governed && LESS_OF.test(item.lower) && !item.mention) {
      turns++
      first = item
      continue
    }
    if (governed ? AGAINST.test(item.lower) : MADE_AGAINST.test(item.lower)) {
      against++
      governed = false
      continue
    }
    if (AGAINST.test(item.lower)) break
    if (item.symbol === 'of' || item.symbol === 'in' || item.symbol === 'against') {
      governed = true
      crossed ||= item.symbol === 'in'
      continue
    }
    if (governed && turns === 0 && !crossed && (item.symbol === 'n' || (item.symbol === 'N' && !LESS.test(item.lower))))
      head = item
    if (item.mention || item.symbol === ',') crossed = true
    if (governed && item.trigger && item.symbol !== 'N' && item.symbol !== 'A') break
    if (!isPassed(item) && item.symbol !== 'N' && item.symbol !== 'A') break
    if (item.symbol === 'N' || item.symbol === 'n') governed = false
  }
  return { turns, first, against, head }
}

/** Where the noun phrase of an entity ends: behind its head noun ("X expression"). */
const headEnd = (items: readonly Item[], at: number, limit: number): number => {
  let end = (items[at] as Item).end
  for (let i = at + 1; i <= Math.min(at + 3, limit - 1); i++) {
    const item = items[i]
    if (!item || item.mention || item.depth !== items[at]?.depth) break
    if (item.symbol === 'n' || item.symbol === 'N') end = item.end
    else if (item.symbol !== '' || item.tag !== 'ADJ') break
  }
  return end
}

/** The target at `at` as seen from the trigger: how often the direction turns on the way to it. */
export const turnedTarget = (items: readonly Item[], at: number, trigger: number): Turned => {
  const item = items[at] as Item
  const ahead = before(items, at, trigger < at ? trigger : -1)
  const after = behind(items, at, trigger > at ? trigger : items.length)
  const turns = ahead.turns + ahead.against + (after ? 1 : 0)
  const end = after ? item.end : headEnd(items, at, trigger > at ? trigger : items.length)
  return { turn: turns % 2 === 0 ? 1 : -1, span: { start: ahead.head?.start ?? item.start, end } }
}

/** The agent at `at`: a governing noun joins its words, a reagent against it turns the direction. */
export const turnedAgent = (items: readonly Item[], at: number, trigger: number): Turned => {
  const item = items[at] as Item
  const ahead = before(items, at, trigger < at ? trigger : -1)
  const after = behind(items, at, trigger > at ? trigger : items.length)
  const against = ahead.against + (after?.kind === 'against' ? 1 : 0)
  return {
    turn: against % 2 === 0 ? 1 : -1,
    span: {
      start: (ahead.first ?? ahead.head ?? item).start,
      end:
        after?.kind === 'less'
          ? after.item.end
          : after
            ? item.end
            : headEnd(items, at, trigger > at ? trigger : items.length),
    },
  }
}
