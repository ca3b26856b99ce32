import type { ArticleText, Block } from '../../article/article.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Study } from '../mechanism.ts'
import type { Outline } from '../sections/read-sections.ts'
import { listNotReported } from './list-not-reported.ts'
import { readAdverseEvents } from './read-adverse-events.ts'
import { readDesign } from './read-design.ts'
import { groupsOfTable, readGroups } from './read-groups.ts'
import { directionOf, readOutcomes } from './read-outcomes.ts'
import { readParticipants } from './read-participants.ts'
import { isLaboratoryWork, sentencesOf, studyBlocks } from './study-blocks.ts'
import { kindOfStudy } from './study-kind.ts'

export interface FoundStudy {
  readonly study: Study | null
  /** Ids of the blocks that report what became of people: counts of those, and no mechanisms. */
  readonly blocks: ReadonlySet<string>
}

/** Numbers of people who had something happen to them make no groups. */
const EVENTS = /\b(?:complained|developed|experienced|occurred|reported|withdrew|dropped out|died)\b/iu

/**
 * The study that an article reports, read from its own account: null when no sentence tells of people who took part, or of
 * animals that were put into groups. Of several studies it is the one that is told first.
 */
export const readStudy = (
  article: ArticleText,
  outline: Outline,
  mentionsOf: (block: Block) => readonly Mention[],
): FoundStudy => {
  const { text } = article
  const account = outline.body.flatMap(block => sentencesOf(text, block))
  const participants = readParticipants(
    text,
    outline.body.filter(block => outline.roleOf(block) !== 'introduction').flatMap(block => sentencesOf(text, block)),
  )
  const home = participants && outline.body.find(block => contains(block, participants.sentence))
  if (!participants || !home) return { study: null, blocks: new Set() }

  const { subjects } = participants
  const isLaboratory = isLaboratoryWork(account.map(sentence => text.slice(sentence.start, sentence.end)))
  const { told: blocks, made, scope } = studyBlocks(article, outline, home, subjects === 'animals' || !isLaboratory)
  const blockAt = new Map(
    blocks.flatMap(block => sentencesOf(text, block).map(sentence => [sentence.start, block] as const)),
  )
  const sentences = blocks.flatMap(block => sentencesOf(text, block))
  const fromOpening = sentences.filter(sentence => sentence.start >= participants.sentence.start)
  const safety = new Set(blocks.filter(block => outline.roleOf(block) === 'safety').map(block => block.id))
  const blockOf = (sentence: Span): Block | undefined => blockAt.get(sentence.start)
  const aboutSafety = (sentence: Span): boolean => safety.has(blockOf(sentence)?.id ?? '')
  const wordsOf = (sentence: Span): string => text.slice(sentence.start, sentence.end)

  const mayNameGroups = (sentence: Span): boolean =>
    sentence.start === participants.sentence.start ||
    (sentence.start < participants.sentence.end + 1_200 &&
      !aboutSafety(sentence) &&
      !EVENTS.test(wordsOf(sentence)) &&
      directionOf(wordsOf(sentence)) === null)
  const told = readGroups(text, fromOpening.filter(mayNameGroups), fromOpening, participants)
  const inTable =
    told.groups.length > 0
      ? []
      : groupsOfTable(
          text,
          article.blocks.filter(block => scope.some(span => contains(span, block))),
        )
  const groups = told.groups.length > 0 ? told.groups : inTable
  const sum = groups.reduce((total, group) => total + group.count, 0)

  const mentionsIn = (sentence: Span): Mention[] => {
    const block = blockOf(sentence)
    return block ? mentionsOf(block).filter(mention => contains(sentence, mention)) : []
  }
  const adverseEvents = readAdverseEvents(text, fromOpening, mentionsIn, aboutSafety)
  const namesGroups = (sentence: Span): boolean =>
    mayNameGroups(sentence) && groups.some(group => contains(sentence, group.passage))
  const isElsewhere = (sentence: Span): boolean =>
    aboutSafety(sentence) ||
    namesGroups(sentence) ||
    sentence.start === participants.sentence.start ||
    adverseEvents.some(event => contains(event.passage, sentence))
  const concludes = (sentence: Span): boolean => {
    const block = blockOf(sentence)
    return block !== undefined && outline.roleOf(block) === 'conclusions'
  }
  const madeSentences = made.flatMap(block => sentencesOf(text, block))
  const design = readDesign(text, madeSentences, subjects)
  const study: Study = {
    participants: { count: participants.count, passage: participants.passage },
    groups: [...groups],
    sum,
    consistent: groups.length === 0 || sum === participants.count,
    ...(design.length > 0 ? { design } : {}),
    ...(told.otherReading ? { otherReading: { ...told.otherReading } } : {}),
    outcomes: readOutcomes(text, fromOpening, isElsewhere, concludes),
    adverseEvents,
    notReported: listNotReported(
      account.map(wordsOf),
      [...sentences, ...madeSentences].map(wordsOf),
      wordsOf(participants.sentence),
      kindOfStudy(design, subjects, groups),
    ),
  }
  // What was done to animals and cells tells how things work: those sentences are read for effects like any others.
  const readElsewhere = subjects === 'animals' || isLaboratory
  return { study, blocks: new Set(readElsewhere ? [] : blocks.map(block => block.id)) }
}
