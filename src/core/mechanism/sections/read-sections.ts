import type { ArticleText, Block, Section } from '../../article/article.ts'
import { withoutGluedLabels } from './read-labels.ts'
import { openingLabel, roleOfTitle } from './section-role.ts'
import type { SectionRole } from './section-role.ts'

/** Sections that say nothing about the subject itself: apparatus, sources, definitions, remarks of an editor. */
const APPARATUS =
  /^(?:\d+[.)]?\s*)?(?:about\b|abbreviations?|acknowledge?ments?|appendix|author|bibliography|competing|conflicts?|contents|copyright|correspondence|data availability|declarations?|definitions|disclaimer|disclosures?|editor|ethics|footnotes|funding|further reading|glossary|how to (?:read|cite|use)|index|keywords|licen[cs]e|literature|notes?$|publication|references|related|source|sources|supplement|terms|works cited)/iu

/** A paragraph that an editor put in: marked as such by its first words. */
const EDITORIAL =
  /^(?:reading aid|editor(?:’s|'s|ial)? (?:note|remark|comment)|editorial|note|publisher(?:’s|'s) note|correction|disclaimer|advertisement|source|updated|published)\b\s*[.:·–—-]/iu

const RUNNING = new Set<Block['kind']>(['paragraph', 'list-item', 'quotation'])

/** The parts of an article as the extractor sees them. */
export interface Outline {
  readonly sections: ReadonlyMap<string, Section>
  /**
   * Blocks of running text that belong to the article's own account, in order. A block whose labels lost the line break
   * after them comes in pieces, without the labels.
   */
  readonly body: readonly Block[]
  /** The same blocks as the article has them. */
  readonly blocks: readonly Block[]
  /** From the section itself outward to the whole article. */
  ancestors(id: string): Section[]
  isApparatus(id: string): boolean
  /** What a block is there for, by its own label or by the nearest heading that tells; null when none does. */
  roleOf(block: Block): SectionRole | null
  /** The same of a section. */
  roleOfSection(id: string): SectionRole | null
}

/** Sorts an article's blocks into its own account and the apparatus around it. */
export const readSections = (article: ArticleText): Outline => {
  const sections = new Map(article.sections.map(section => [section.id, section]))
  const ancestors = (id: string): Section[] => {
    const chain: Section[] = []
    for (
      let at = sections.get(id);
      at && chain.length < 12;
      at = at.parent === null ? undefined : sections.get(at.parent)
    )
      chain.push(at)
    return chain
  }
  const known = new Map<string, boolean>()
  const isApparatus = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    const result = ancestors(id).some(section => APPARATUS.test(section.title.trim()))
    known.set(id, result)
    return result
  }
  const roles = new Map<string, SectionRole | null>()
  const roleOfSection = (id: string): SectionRole | null => {
    const before = roles.get(id)
    if (before !== undefined) return before
    const role = ancestors(id).reduce<SectionRole | null>((found, { title }) => found ?? roleOfTitle(title), null)
    roles.set(id, role)
    return role
  }
  const roleOf = (block: Block): SectionRole | null =>
    openingLabel(article.text.slice(block.start, Math.min(block.end, block.start + 60)))?.role ??
    roleOfSection(block.section)
  const blocks = article.blocks.filter(
    block =>
      RUNNING.has(block.kind) &&
      !isApparatus(block.section) &&
      !EDITORIAL.test(article.text.slice(block.start, Math.min(block.end, block.start + 60)).trimStart()),
  )
  const body = blocks.flatMap(block => withoutGluedLabels(article.text, block))
  return { sections, body, blocks, ancestors, isApparatus, roleOf, roleOfSection }
}
