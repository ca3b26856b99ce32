import type { ArticleText, Block, Section } from '../../article/article.ts'
import type { Span } from '../../text/span.ts'
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

const LABELLED = /^(?:\(?\d{1,2}[.)]\s*|[•–-]\s*)?(\p{Lu}[^.:!?\n]{2,80}?)(?::\s+|\s+[–—]\s+)(?=\S.{30})/u
const NUMBERED = /^\(?\d{1,2}[.)]\s+(\p{Lu}[^.:!?\n]{2,80}?)[.:]\s+(?=\S.{30})/u
const NO_LABEL =
  /^(?:abstract|aims?|background|caution|conclusions?|correction|doi|e-?mail|example|figure|fig\b|for example|funding|important|in (?:brief|short)|key ?words|methods?|note|objectives?|purpose|remember|results?|source|table|tip|warning|yes|no)\b/iu

const labelOf = (text: string): { title: string; bodyAt: number } | null => {
  const match = NUMBERED.exec(text) ?? LABELLED.exec(text)
  const title = match?.[1]?.trim()
  if (!match || !title || title.split(/\s+/u).length > 9 || NO_LABEL.test(title) || /["“”=;{}]/u.test(title))
    return null
  return { title, bodyAt: match[0].length }
}

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

const labelled = (text: string, blocks: readonly Block[], announced: boolean): Candidate[] =>
  blocks.flatMap(block => {
    const label = labelOf(text.slice(block.start, block.end))
    if (!label) return []
    const passage = { start: block.start, end: block.end }
    const body = { start: block.start + label.bodyAt, end: block.end }
    return [{ title: plainTitle(label.title), passage, body, announced, focused: true }]
  })

/**
 * The passages of an article that may become cards, in text order. Sections and labelled paragraphs below a heading
 * that announces mechanisms come before all else; where there are none, any section with a heading of its own and any
 * "Label: body" paragraph.
 */
export const findCandidates = (article: ArticleText, outline: Outline): Candidate[] => {
  const blocksOf = new Map<string, Block[]>()
  for (const block of outline.body) blocksOf.set(block.section, [...(blocksOf.get(block.section) ?? []), block])
  const parents = new Set(article.sections.flatMap(section => section.parent ?? []))
  const announcing = (section: Section): boolean => section.level > 1 && ANNOUNCES.test(section.title)
  const sectionCandidate = (section: Section, announced: boolean): Candidate[] => {
    const passage = bodyOf(blocksOf.get(section.id) ?? [])
    return passage && !GENERIC.test(section.title)
      ? [{ title: plainTitle(section.title), passage, body: passage, announced, focused: announced }]
      : []
  }
  const announced = article.sections.flatMap((section): Candidate[] => {
    if (outline.isApparatus(section.id)) return []
    const [own, ...outer] = outline.ancestors(section.id)
    if (!own) return []
    const under = outer.some(announcing)
    if (under && !parents.has(section.id)) return sectionCandidate(section, true)
    return announcing(own) ? labelled(article.text, blocksOf.get(section.id) ?? [], true) : []
  })
  if (announced.length > 0) return announced
  return article.sections.flatMap((section): Candidate[] => {
    if (outline.isApparatus(section.id)) return []
    const blocks = blocksOf.get(section.id) ?? []
    const labels = labelled(article.text, blocks, false)
    if (labels.length > 0) return labels
    return section.level > 1 ? sectionCandidate(section, false) : []
  })
}
