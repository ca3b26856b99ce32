import type { ArticleText, Block, Section } from '../../article/article.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Study } from '../mechanism.ts'
import type { Outline } from '../sections/read-sections.ts'
import { listNotReported } from './list-not-reported.ts'
import { readAdverseEvents } from './read-adverse-events.ts'
import { groupsOfTable, readGroups } from './read-groups.ts'
import { readOutcomes } from './read-outcomes.ts'
import { readParticipants } from './read-participants.ts'

export interface FoundStudy {
  readonly study: Study | null
  /** Ids of the blocks that report it. */
  readonly blocks: ReadonlySet<string>
}

const STUDY_TITLE =
  /\b(?:clinical|evidence|findings|outcomes?|participants|patients|results?|stud(?:y|ies)|trials?|who took part)\b/iu
const SAFETY_TITLE = /\b(?:adverse|complications?|safety|side[- ]effects?|tolerability)\b/iu
const RESULT_TITLE = /\b(?:findings|measured|outcomes?|results?)\b/iu

/** In a text without headings the study is taken to be told in this many blocks. */
const BLOCKS_WITHOUT_HEADINGS = 3

/** The widest section around the participants that is still about the study; the article's own title does not count. */
const studySection = (chain: readonly Section[]): Section | undefined => {
  const inner = chain.filter(section => section.level > 1)
  return inner.findLast(section => STUDY_TITLE.test(section.title)) ?? inner[0]
}

/**
 * The study that an article reports, read from its own account: null when no sentence tells of people who took part.
 * Of several studies it is the one that is told first.
 */
export const readStudy = (
  article: ArticleText,
  outline: Outline,
  mentionsOf: (block: Block) => readonly Mention[],
): FoundStudy => {
  const { text } = article
  const sentencesOf = (block: Block): Span[] => sentenceSpans(text, block)
  const all = outline.body.flatMap(sentencesOf)
  const participants = readParticipants(text, all)
  const home = participants && outline.body.find(block => contains(block, participants.sentence))
  if (!participants || !home) return { study: null, blocks: new Set() }

  const scope = studySection(outline.ancestors(home.section))
  const titleOf = (block: Block): string => outline.sections.get(block.section)?.title ?? ''
  const homeAt = outline.body.indexOf(home)
  const after = new Set(outline.body.slice(homeAt, homeAt + BLOCKS_WITHOUT_HEADINGS))
  const inScope = (block: Block): boolean => (scope ? contains(scope, block) : after.has(block))
  const blocks = outline.body.filter(
    block =>
      block === home ||
      inScope(block) ||
      SAFETY_TITLE.test(titleOf(block)) ||
      (RESULT_TITLE.test(titleOf(block)) && block.start > home.start),
  )
  const sentences = blocks.flatMap(sentencesOf)
  const fromOpening = sentences.filter(sentence => sentence.start >= participants.sentence.start)
  const near = fromOpening.filter(sentence => sentence.start < participants.sentence.end + 1_200)

  const told = readGroups(text, near, participants)
  const inTable =
    told.groups.length > 0
      ? []
      : groupsOfTable(
          text,
          article.blocks.filter(block => inScope(block)),
        )
  const groups = told.groups.length > 0 ? told.groups : inTable
  const sum = groups.reduce((total, group) => total + group.count, 0)

  const safety = new Set(blocks.filter(block => SAFETY_TITLE.test(titleOf(block))).map(block => block.id))
  const blockOf = (sentence: Span): Block | undefined => blocks.find(block => contains(block, sentence))
  const aboutSafety = (sentence: Span): boolean => safety.has(blockOf(sentence)?.id ?? '')
  const mentionsIn = (sentence: Span): Mention[] => {
    const block = blockOf(sentence)
    return block ? mentionsOf(block).filter(mention => contains(sentence, mention)) : []
  }
  const adverseEvents = readAdverseEvents(text, fromOpening, mentionsIn, aboutSafety)
  const namesGroups = (sentence: Span): boolean => groups.some(group => contains(sentence, group.passage))
  const words = (list: readonly Span[]): string[] => list.map(sentence => text.slice(sentence.start, sentence.end))
  const study: Study = {
    participants: { count: participants.count, passage: participants.passage },
    groups: [...groups],
    sum,
    consistent: groups.length === 0 || sum === participants.count,
    ...(told.otherReading ? { otherReading: { ...told.otherReading } } : {}),
    outcomes: readOutcomes(
      text,
      fromOpening,
      sentence =>
        aboutSafety(sentence) ||
        namesGroups(sentence) ||
        sentence.start === participants.sentence.start ||
        adverseEvents.some(event => contains(event.passage, sentence)),
    ),
    adverseEvents,
    notReported: listNotReported(
      words(all),
      words(sentences),
      text.slice(participants.sentence.start, participants.sentence.end),
    ),
  }
  return { study, blocks: new Set(blocks.map(block => block.id)) }
}
