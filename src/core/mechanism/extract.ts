import type { ArticleMetadata, ArticleText, Block } from '../article/article.ts'
import { isEnglish } from '../text/language.ts'
import { compareSpans, overlaps } from '../text/span.ts'
import { carryAgent } from './effects/carry-agent.ts'
import { findCandidates } from './cards/find-candidates.ts'
import { asEffect } from './find-effects.ts'
import { findMentions, findOwnNames } from './entities/find-mentions.ts'
import type { Mention } from './entities/find-mentions.ts'
import { indexLexicon } from './entities/index-lexicon.ts'
import type { Lexicon } from './entities/lexicon.ts'
import { makeCards } from './cards/make-cards.ts'
import { groupEntities } from './entities/group-entities.ts'
import type { Extraction } from './mechanism.ts'
import type { Outline } from './sections/read-sections.ts'
import type { RawEffect } from './effects/raw-effect.ts'
import { triggerNouns } from './effects/trigger-nouns.ts'
import { effectsOfSpan, newDiscourse } from './effects/read-effects.ts'
import { withoutAttachedProcesses } from './readings/attached-processes.ts'
import { readSections } from './sections/read-sections.ts'
import { readStudy } from './study/read-study.ts'

/** What the extractor needs of an article. The metadata only help; the text decides. */
export type ExtractableArticle = ArticleText & { readonly metadata?: ArticleMetadata }

/** Code and other text that is no prose: many signs that sentences do not have. */
const isProse = (words: string): boolean => {
  const signs = words.match(/[{}<>=;_|\\$#@`~^]|\t|\/\/|\(\)/gu)?.length ?? 0
  return /\p{L}/u.test(words) && signs * 40 <= words.length + 40
}

/** "The secretion is continuous": of what, is said elsewhere; by itself it is no thing of the article. */
const isBareEvent = (text: string, { start, end, type }: Mention): boolean =>
  type === 'process' && triggerNouns.has(text.slice(start, end).toLowerCase())

/** Share of the whole time that finding the entities takes. */
const NAMES_SHARE = 0.3

/** What a methods section says was done to find something out; less of it is a finding. */
const IN_METHODS = 0.8

const effectsOfBody = (
  text: string,
  outline: Outline,
  mentionsOf: (block: Block) => readonly Mention[],
  isStudy: (block: Block) => boolean,
  progress: (share: number) => void,
): RawEffect[] => {
  let section = ''
  let discourse = newDiscourse()
  return outline.body.flatMap(block => {
    progress(NAMES_SHARE + ((1 - NAMES_SHARE) * block.start) / text.length)
    if (block.section !== section) {
      section = block.section
      discourse = newDiscourse()
    }
    if (isStudy(block) || !isProse(text.slice(block.start, block.end))) return []
    const effects = effectsOfSpan(text, block, mentionsOf(block), discourse)
    if (outline.roleOf(block) !== 'methods') return effects
    return effects.map(effect => ({ ...effect, probability: (effect.probability ?? 1) * IN_METHODS }))
  })
}

/**
 * Finds an article's mechanism cards, effects, entities and reported study. Works on the text alone, offline, and is
 * deterministic: the same article and lexicon give the same result. Any text gives a result, an empty one when it
 * states nothing or is in another language; never throws. What the study section reports is told in `study` and gives no
 * effects beside it. `progress` takes the share of the work that is done, 0 to 1, after each block.
 */
export const extract = (
  article: ExtractableArticle,
  lexicon: Lexicon,
  progress: (share: number) => void = () => undefined,
): Extraction => {
  const { text } = article
  if (!isEnglish(text)) return { mechanisms: [], effects: [], entities: [], study: null, unread: 'not-english' }
  const index = indexLexicon(lexicon)
  const own = findOwnNames(text, index)
  const outline = readSections(article)
  const mentionsByBlock = new Map<Block, readonly Mention[]>()
  const mentionsOf = (block: Block): readonly Mention[] => {
    const known = mentionsByBlock.get(block)
    if (known) return known
    const mentions =
      block.kind === 'preformatted' ? [] : withoutAttachedProcesses(text, findMentions(text, block, index, own))
    mentionsByBlock.set(block, mentions)
    return mentions
  }
  for (const block of article.blocks) {
    mentionsOf(block)
    progress((NAMES_SHARE * block.end) / text.length)
  }
  const found = readStudy(article, outline, mentionsOf)
  const candidates = findCandidates(article, outline).filter(
    candidate =>
      candidate.announced ||
      !outline.body.some(block => found.blocks.has(block.id) && overlaps(block, candidate.passage)),
  )
  const inLabel = (effect: RawEffect): boolean =>
    candidates.some(({ passage, body }) => effect.trigger.start >= passage.start && effect.trigger.end <= body.start)
  const isStudy = (block: Block): boolean => found.blocks.has(block.id)
  const read = effectsOfBody(text, outline, mentionsOf, isStudy, progress).filter(effect => !inLabel(effect))
  const focused = candidates.filter(candidate => candidate.focused).map(candidate => candidate.passage)
  const raw = carryAgent(read, focused, outline.body.flatMap(mentionsOf))
  const effects = raw.map((effect, i) => asEffect(text, effect, `e${i + 1}`))
  const outcomes = new Set(
    raw.flatMap((effect, i) =>
      effect.target.type === 'symptom' || effect.target.type === 'disease' ? [`e${i + 1}`] : [],
    ),
  )
  const prose = article.blocks.filter(block => isProse(text.slice(block.start, block.end)))
  const named = prose.flatMap(block => mentionsOf(block)).filter(mention => !isBareEvent(text, mention))
  const entities = groupEntities(text, named.toSorted(compareSpans))
  const mechanisms = makeCards(text, candidates, outline.body, effects, entities, outcomes)
  return { mechanisms, effects, entities, study: found.study }
}
