import type { ArticleText } from '#core/article/article.ts'
import { blockAt } from '#core/article/locate.ts'
import type { Effect } from '#core/mechanism/mechanism.ts'
import { sentenceSpans } from '#core/text/sentences.ts'
import { contains } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'

/** What a word does in an effect. */
export type EvidenceRole = 'agent' | 'trigger' | 'target'

/** Words of a sentence that all do the same, `role` null for those that do nothing in the effect. */
interface EvidenceRun {
  readonly words: string
  readonly role: EvidenceRole | null
}

export interface EvidenceSentence {
  readonly span: Span
  readonly runs: readonly EvidenceRun[]
}

export interface EffectEvidence {
  /** The sentence that states the effect. */
  readonly sentence: EvidenceSentence
  /** The one that names the agent, where that is another sentence; null where it is not. */
  readonly agentSentence: EvidenceSentence | null
}

interface Part {
  readonly role: EvidenceRole
  readonly span: Span
}

/** The sentence at a place, as far as to hold all of `span`. */
const sentenceAround = (article: Pick<ArticleText, 'text' | 'blocks'>, span: Span): Span => {
  const block = blockAt(article, span.start) ?? span
  const within = sentenceSpans(article.text, { start: block.start, end: block.end })
  const first = within.find(sentence => sentence.start <= span.start && span.start < sentence.end) ?? span
  return { start: Math.min(first.start, span.start), end: Math.max(first.end, span.end) }
}

/** Cuts a sentence where a part begins or ends; where parts lie in one another the shorter one counts. */
const runsOf = (text: string, sentence: Span, parts: readonly Part[]): readonly EvidenceRun[] => {
  const inside = parts.filter(part => contains(sentence, part.span))
  const cuts = [...new Set([sentence.start, sentence.end, ...inside.flatMap(({ span }) => [span.start, span.end])])]
  const edges = cuts.toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? sentence.end
    const [shortest] = inside
      .filter(({ span }) => contains(span, { start, end }))
      .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
    return { words: text.slice(start, end), role: shortest?.role ?? null }
  })
}

/** The words that an effect was read from, marked in their sentences. */
export const effectEvidence = (
  article: Pick<ArticleText, 'text' | 'blocks'>,
  { agent, target, trigger }: Pick<Effect, 'agent' | 'target' | 'trigger'>,
): EffectEvidence => {
  const stated: Span = {
    start: Math.min(trigger.start, target.start),
    end: Math.max(trigger.end, target.end),
  }
  const span = sentenceAround(article, stated)
  const parts: Part[] = [
    { role: 'trigger', span: trigger },
    { role: 'target', span: target },
    ...(agent === null ? [] : [{ role: 'agent', span: agent } as const]),
  ]
  const sentence = { span, runs: runsOf(article.text, span, parts) }
  if (agent === null || contains(span, agent)) return { sentence, agentSentence: null }
  const other = sentenceAround(article, agent)
  const named = parts.filter(part => part.role === 'agent')
  return { sentence, agentSentence: { span: other, runs: runsOf(article.text, other, named) } }
}
