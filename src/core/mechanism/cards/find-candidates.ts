import type { ArticleText, Block, Section } from '../../article/article.ts'
import type { Span } from '../../text/span.ts'
import { readAnnouncedCount } from '../sections/announced-count.ts'
import { readLabels } from '../sections/read-labels.ts'
import type { Labelled } from '../sections/read-labels.ts'
import type { Outline } from '../sections/read-sections.ts'

/** A passage that may become a card, with the title that the text gives it. */
export interface Candidate {
  readonly title: string
  /** The section's body, or the labelled paragraph. */
  readonly passage: Span
  /** The passage without its label. */
  readonly body: Span
  /** True when the text itself announces it as a mechanism, so that it counts even without an effect that was read. */
  readonly announced: boolean
  /** True when all of it is about one thing, so that a sentence without an agent is about the one named before. */
  readonly focused: boolean
}

const ANNOUNCES =
  /\b(?:mechanisms?|modes? of action|mode of action|pathways?|ways? in which|how (?:it|they|this|these|\p{L}+(?: \p{L}+)?) (?:works?|acts?|helps?))\b/iu

/** Headings that name a part of a text, not a thing that happens. */
const GENERIC =
  /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:abstract|aims?|background|conclusions?|conclusion and \p{L}+|discussion|evidence|findings|introduction|keywords|limitations?|materials?(?: and methods)?|methods?|objectives?|outlook|overview|patients(?: and methods)?|perspectives?|purpose|results(?: and discussion)?|review|safety|statistics|statistical analysis|summary|the (?:clinical |reported )?(?:study|studies|trial|evidence)|(?:clinical )?(?:study|studies|trials?)(?: design| population)?|what (?:was|is) measured|who took part)\b[^\n]{0,24}$/iu

const bodyOf = (blocks: readonly Block[]): Span | null => {
  const first = blocks[0]
  const last = blocks.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** Takes the numbering off a heading: "1. Homing", "Mechanism 3: Homing". */
const plainTitle = (title: string): string =>
  title
    .trim()
    .replace(/^(?:(?:mechanism|step|way)\s+)?(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[ivx]{1,4}[.):])\s*[–—:-]?\s*/iu, '')
    .replace(/[\s:.]+$/u, '') || title.trim()

const fromLabels = (labels: readonly Labelled[], announced: boolean): Candidate[] =>
  labels.map(({ title, passage, body }) => ({ title: plainTitle(title), passage, body, announced, focused: true }))

/**
 * Of a section's labels the mechanisms that the text announces by their number: all of them when they are as many, or as
 * many as follow a label that announces them. None when the number does not tell them apart.
 */
const announcedOf = (labels: readonly Labelled[], count: number | undefined): readonly Labelled[] => {
  if (count === undefined || labels.length < count) return []
  if (labels.length === count) return labels
  const at = labels.findLastIndex(({ title }, i) => ANNOUNCES.test(title) && labels.length > i + count)
  return at < 0 ? [] : labels.slice(at + 1, at + 1 + count)
}

/**
 * The passages of an article that may become cards, in text order. Sections and labelled paragraphs below a heading
 * that announces mechanisms come before all else, and so do as many labelled paragraphs of one section as the text
 * announces; where there are none, any section with a heading of its own and any passage with a label. Methods make none.
 */
export const findCandidates = (article: ArticleText, outline: Outline): Candidate[] => {
  const blocksOf = new Map<string, Block[]>()
  for (const block of outline.blocks) {
    const same = blocksOf.get(block.section)
    if (same) same.push(block)
    else blocksOf.set(block.section, [block])
  }
  const labels = new Map<string, readonly Labelled[]>()
  const labelsOf = ({ id }: Section): readonly Labelled[] => {
    const own = labels.get(id) ?? readLabels(article, blocksOf.get(id) ?? [])
    labels.set(id, own)
    return own
  }
  const parents = new Set(article.sections.flatMap(section => section.parent ?? []))
  const announcing = (section: Section): boolean => section.level > 1 && ANNOUNCES.test(section.title)
  const sectionCandidate = (section: Section, announced: boolean): Candidate[] => {
    const passage = bodyOf(blocksOf.get(section.id) ?? [])
    return passage && !GENERIC.test(section.title)
      ? [{ title: plainTitle(section.title), passage, body: passage, announced, focused: announced }]
      : []
  }
  const sections = article.sections.filter(
    section => !outline.isApparatus(section.id) && outline.roleOfSection(section.id) !== 'methods',
  )
  const underHeading = sections.flatMap((section): Candidate[] => {
    const [own, ...outer] = outline.ancestors(section.id)
    if (!own) return []
    const under = outer.some(announcing)
    if (under && !parents.has(section.id)) return sectionCandidate(section, true)
    return announcing(own) ? fromLabels(labelsOf(section), true) : []
  })
  if (underHeading.length > 0) return underHeading
  const count = readAnnouncedCount(article, outline)?.count
  const byNumber = sections.flatMap(section => announcedOf(labelsOf(section), count))
  if (byNumber.length > 0) return fromLabels(byNumber, true)
  return sections.flatMap((section): Candidate[] => {
    const own = labelsOf(section)
    if (own.length > 0) return fromLabels(own, false)
    return section.level > 1 ? sectionCandidate(section, false) : []
  })
}
