import type { ArticleText, Block, Section } from '../../article/article.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import { contains } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import type { Outline } from '../sections/read-sections.ts'
import { openingLabel, roleOfTitle } from '../sections/section-role.ts'
import type { SectionRole } from '../sections/section-role.ts'

const STUDY_TITLE =
  /\b(?:clinical|evidence|findings|outcomes?|participants|patients|results?|stud(?:y|ies)|trials?|who took part)\b/iu
const SAFETY_TITLE = /\b(?:adverse|complications?|safety|side[- ]effects?|tolerability)\b/iu
const RESULT_TITLE = /\b(?:findings|measured|outcomes?|results?)\b/iu

/** In a text without headings the study is taken to be told in this many blocks. */
const BLOCKS_WITHOUT_HEADINGS = 3

/** What these are there for tells what came out. */
const CAME_OUT = new Set<SectionRole | null>(['results', 'safety', 'conclusions'])

/** Words of work on animals, cells and tissue. */
const LABORATORY =
  /\b(?:cell lines?|cultured|in vitro|immunoblot\w*|knock-?(?:down|out)s?|mice|mouse|PCR|rats?|siRNA|transfect\w*|western blot\w*|wild-type)\b/iu
/** An article with this share of such sentences, and this many, reports more than what became of its patients. */
const LABORATORY_SHARE = 0.05
const LABORATORY_SENTENCES = 3

/** True when an article is also about work on animals or cells, so that not all of its results are those of its patients. */
export const isLaboratoryWork = (sentences: readonly string[]): boolean => {
  const count = sentences.filter(sentence => LABORATORY.test(sentence)).length
  return count >= LABORATORY_SENTENCES && count >= LABORATORY_SHARE * sentences.length
}

/** The widest section around the participants that is still about the study; the article's own title does not count. */
const studySection = (inner: readonly Section[]): Section | undefined => {
  const tells = ({ title }: Section): boolean => {
    const role = roleOfTitle(title)
    return role === 'methods' || role === 'abstract' || (role === null && STUDY_TITLE.test(title)) || role === 'results'
  }
  return inner.findLast(tells) ?? inner[0]
}

/** The sentences of a block, the first without its label ("Results: …"). */
export const sentencesOf = (text: string, block: Span): Span[] => {
  const label = openingLabel(text.slice(block.start, Math.min(block.end, block.start + 60)))
  return sentenceSpans(text, { start: block.start + (label?.length ?? 0), end: block.end })
}

export interface StudyBlocks {
  /** What tells of the participants and of what became of them. */
  readonly told: readonly Block[]
  /** What tells how it was made: the article's title, the methods, and what stands around the participants. */
  readonly made: readonly Block[]
  /** Where tables of the study may stand. */
  readonly scope: readonly Span[]
}

/**
 * The blocks about the study whose participants stand in `home`. In an article that is about more than them (`isAll` false)
 * only their own section tells of them.
 */
export const studyBlocks = (article: ArticleText, outline: Outline, home: Block, isAll: boolean): StudyBlocks => {
  const inner = outline.ancestors(home.section).filter(section => section.level > 1)
  const chapter = isAll ? studySection(inner) : inner[0]
  const titleOf = (block: Block): string => outline.sections.get(block.section)?.title ?? ''
  const homeAt = outline.body.indexOf(home)
  const around = new Set(outline.body.slice(Math.max(0, homeAt - BLOCKS_WITHOUT_HEADINGS), homeAt))
  const after = new Set(outline.body.slice(homeAt, homeAt + BLOCKS_WITHOUT_HEADINGS))
  const told = outline.body.filter(
    block =>
      block === home ||
      (chapter ? contains(chapter, block) : after.has(block)) ||
      SAFETY_TITLE.test(titleOf(block)) ||
      (isAll && block.start > home.start && (RESULT_TITLE.test(titleOf(block)) || CAME_OUT.has(outline.roleOf(block)))),
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
