import type { Mention } from '../entities/find-mentions.ts'

const IS_OF = /^ of (?:(?:the|both|all|human|endogenous) )?$/u

/** True when nothing but a space or a hyphen stands between. */
const isAdjacent = (between: string): boolean => /^[ \u00a0\-\u2010\u2011]$/u.test(between)

/**
 * The mentions without those of processes that only say what of another entity is meant ("IL-17 secretion", "expression of X"): what
 * acts or is acted on there is the entity, and its words take the noun along. Mentions in text order.
 */
export const withoutAttachedProcesses = (text: string, mentions: readonly Mention[]): Mention[] =>
  mentions.filter((mention, i) => {
    if (mention.type !== 'process') return true
    const previous = mentions[i - 1]
    const next = mentions[i + 1]
    const follows =
      previous !== undefined && previous.type !== 'process' && isAdjacent(text.slice(previous.end, mention.start))
    const governs = next !== undefined && next.type !== 'process' && IS_OF.test(text.slice(mention.end, next.start))
    return !follows && !governs
  })
