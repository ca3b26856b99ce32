import type { ArticleText, Block, Section } from '../../article/article.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Study } from '../mechanism.ts'
import type { Outline } from '../sections/read-sections.ts'
import type { SectionRole } from '../sections/section-role.ts'
import { openingLabel, roleOfTitle } from '../sections/section-role.ts'
import { listNotReported } from './list-not-reported.ts'
import { readAdverseEvents } from './read-adverse-events.ts'
import { readDesign } from './read-design.ts'
import { groupsOfTable, readGroups } from './read-groups.ts'
import { directionOf, readOutcomes } from './read-outcomes.ts'
import { readParticipants } from './read-participants.ts'
import { kindOfStudy } from './study-kind.ts'

export interface FoundStudy {
  readonly study: Study | null
  /** Ids of the blocks that report what became of people: counts of those, and no mechanisms. */
  readonly blocks: ReadonlySet<string>
}

const STUDY_TITLE =
  /\b(?:clinical|evidence|findings|outcomes?|participants|patients|results?|stud(?:y|ies)|trials?|who took part)\b/iu
const SAFETY_TITLE = /\b(?:adverse|complications?|safety|side[- ]effects?|tolerability)\b/iu
const RESULT_TITLE = /\b(?:findings|measured|outcomes?|results?)\b/iu

/** In a text without headings the study is taken to be told in this many blocks. */
const BLOCKS_WITHOUT_HEADINGS = 3

/** What these are there for tells what came out. */
const CAME_OUT = new Set<SectionRole | null>(['results', 'safety', 'conclusions'])

/** Numbers of people who had something happen to them make no groups. */
const EVENTS = /\b(?:complained|developed|experienced|occurred|reported|withdrew|dropped out|died)\b/iu

/** The widest section around the participants that is still about the study; the article's own title does not count. */
const studySection = (chain: readonly Section[]): Section | undefined => {
  const inner = chain.filter(section => section.level > 1)
  const tells = ({ title }: Section): boolean => {
    const role = roleOfTitle(title)
    return role === 'methods' || role === 'abstract' || (role === null && STUDY_TITLE.test(title)) || role === 'results'
  }
  return inner.findLast(tells) ?? inner[0]
}

/** The sentences of a block, the first without its label ("Results: …"). */
const sentencesOf = (text: string, block: Span): Span[] => {
  const label = openingLabel(text.slice(block.start, Math.min(block.end, block.start + 60)))
  return sentenceSpans(text, { start: block.start + (label?.length ?? 0), end: block.end })
}

/** Sentences about the study, and those that tell how it was made: its title, its methods, and what stands around it. */
const studyBlocks = (
  article: ArticleText,
  outline: Outline,
  home: Block,
): { told: Block[]; made: Block[]; scope: Span[] } => {
  const chapter = studySection(outline.ancestors(home.section))
  const titleOf = (block: Block): string => outline.sections.get(block.section)?.title ?? ''
  const homeAt = outline.body.indexOf(home)
  const around = new Set(outline.body.slice(Math.max(0, homeAt - BLOCKS_WITHOUT_HEADINGS), homeAt))
  const after = new Set(outline.body.slice(homeAt, homeAt + BLOCKS_WITHOUT_HEADINGS))
  const told = outline.body.filter(
    block =>
      block === home ||
      (chapter ? contains(chapter, block) : after.has(block)) ||
      SAFETY_TITLE.test(titleOf(block)) ||
      (block.start > home.start && (RESULT_TITLE.test(titleOf(block)) || CAME_OUT.has(outline.roleOf(block)))),
  )
  const ofStudy = new Set(told)
  const made = [
    ...article.blocks.filter(block => block.kind === 'heading' && block.level === 1),
    ...outline.body.filter(block => {
      const role = outline.roleOf(block)
      if (role === 'introduction') return false
      return ofStudy.has(block) || role === 'methods' || role === 'abstract' || (!chapter && around.has(block))
    }),
  ]
  return { told, made, scope: chapter ? [chapter] : [...after] }
}

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

  const { told: blocks, made, scope } = studyBlocks(article, outline, home)
  const sentences = blocks.flatMap(block => sentencesOf(text, block))
  const fromOpening = sentences.filter(sentence => sentence.start >= participants.sentence.start)
  const safety = new Set(blocks.filter(block => outline.roleOf(block) === 'safety').map(block => block.id))
  const blockOf = (sentence: Span): Block | undefined => blocks.find(block => contains(block, sentence))
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
  const design = readDesign(text, madeSentences, participants.subjects)
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
      kindOfStudy(design, participants.subjects, groups),
    ),
  }
  // What was done to animals tells how things work: those sentences are read for effects like any others.
  return { study, blocks: new Set(participants.subjects === 'people' ? blocks.map(block => block.id) : []) }
}
