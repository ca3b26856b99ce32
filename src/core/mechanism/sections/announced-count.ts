import type { ArticleText } from '../../article/article.ts'
import { passageAt } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import { readCount } from '../study/number-words.ts'
import type { Outline } from './read-sections.ts'

/** How many mechanisms the text says that it is going to tell, and where it says so. */
export interface AnnouncedCount {
  readonly count: number
  readonly passage: Passage
}

const COUNT = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2]'
const QUALITY =
  'basic|broad|central|chief|complementary|different|distinct|important|independent|interacting|interrelated|key|known|main|major|molecular|biological|cellular|other|possible|potential|primary|principal|probable|proposed|putative|related|separate|suggested'

const ANNOUNCES = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(${COUNT})\\s+(?:(?:${QUALITY})(?:,\\s*|\\s+(?:and\\s+)?))*(?:mechanisms|modes\\s+of\\s+action|pathways|(?:ways|routes)(?=\\s+(?:in|by|to|of)\\b))(?![\\p{L}\\p{N}])`,
  'iu',
)

/** A count of what somebody else found, or of a part, announces nothing: "one of three mechanisms", "at least two pathways". */
const NOT_ALL = /\b(?:at least|one of (?:the )?|first of|more than|other|up to|these|those|up|previous(?:ly)?)\s*$/iu

/**
 * The first place at which a heading or a paragraph announces a number of mechanisms, from 2 to 12; null when none does.
 * The number is a check on what is found, and tells a list of labelled paragraphs from labels of other kinds.
 */
export const readAnnouncedCount = (article: ArticleText, outline: Outline): AnnouncedCount | null => {
  const own = new Set(outline.blocks)
  for (const block of article.blocks) {
    if (!own.has(block) && (block.kind !== 'heading' || outline.isApparatus(block.section))) continue
    const words = article.text.slice(block.start, block.end)
    const match = ANNOUNCES.exec(words)
    const count = readCount(match?.[1] ?? '')
    if (!match || count === null || NOT_ALL.test(words.slice(0, match.index))) continue
    const start = block.start + match.index
    return { count, passage: passageAt(article.text, { start, end: start + match[0].length }) }
  }
  return null
}
