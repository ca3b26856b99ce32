import type { ArticleText, Block } from '../../article/article.ts'
import type { Span } from '../../text/span.ts'
import { roleOfTitle } from './section-role.ts'

/** A passage under a title of its own that is no heading of the article. */
export interface Labelled {
  readonly title: string
  /** The title and what it stands over. */
  readonly passage: Span
  /** What it stands over. */
  readonly body: Span
}

/** A title of this many words at most is a label; more are a sentence. */
const MOST_WORDS = 9

const LABEL = /^(?:\(?\d{1,2}[.)]\s*|[•–-]\s*)?(\p{Lu}[^.:!?\n]{2,80}?)(?::\s+|\s+[–—]\s+)(?=\S.{30})/u
const NUMBERED = /^\(?\d{1,2}[.)]\s+(\p{Lu}[^.:!?\n]{2,80}?)[.:]\s+(?=\S.{30})/u

/** What stands before a colon and is no title of a mechanism. */
const NO_LABEL =
  /^(?:abstract|aims?|background|caution|conclusions?|correction|doi|e-?mail|example|figure|fig\b|for example|funding|important|in (?:brief|short)|key ?words|methods?|note|objectives?|purpose|remember|results?|source|table|tip|unlabelled|warning|yes|no)\b/iu

const isTitle = (words: string): boolean =>
  words.length >= 3 &&
  words.length <= 80 &&
  words.split(/\s+/u).length <= MOST_WORDS &&
  !NO_LABEL.test(words) &&
  roleOfTitle(words) === null &&
  !/["“”=;{}]/u.test(words)

/** "Label: body", "2. Label: body", "Label – body". */
const labelled = (text: string, block: Block): Labelled | null => {
  const words = text.slice(block.start, block.end)
  const match = NUMBERED.exec(words) ?? LABEL.exec(words)
  const title = match?.[1]?.trim()
  if (!match || title === undefined || !isTitle(title)) return null
  return { title, passage: block, body: { start: block.start + match[0].length, end: block.end } }
}

/** Where a lost line break may have glued a word to the next: "releaseStem cells", "activityIL-10 rises". */
const JOINT =
  /\p{Ll}(?=(?:(?:A[nst]|By|I[fnt]|No|O[nr]|To|We)|\p{Lu}\p{Ll}{2,30}|\p{Lu}[\p{Lu}-]{0,8}\p{N}[\p{L}\p{N}-]{0,20})[\s,])/gu
/** The end of a title's last word; the fronts of names such as lncRNA, medRxiv and iPhone are shorter. */
const LAST_WORD = /(?:^|[\s-])(?!(?:alpha|beta|gamma|delta|epsilon|zeta|kappa|lambda|sigma|theta|omega)$)\p{Ll}{4,30}$/u
/** A single word before the joint is a title when it names something that happens. */
const PROCESS = /^\p{Lu}\p{Ll}+(?:tion|sis|sion|ing|ment|ity|ism|ance|ence|logy)$/u
/** Words that make a sentence of what stands before the joint. */
const SENTENCE = /\b(?:are|can|could|did|does|had|has|have|is|may|might|that|was|were|which|will|would)\b/iu
/** A body that is shorter is more likely the rest of an odd name. */
const SHORTEST_BODY = 30
/** A title does not reach back farther than this, in UTF-16 units. */
const REACH = 100

interface Joint {
  readonly title: string
  readonly start: number
  readonly at: number
}

const jointsOf = (words: string): Joint[] =>
  [...words.matchAll(JOINT)].flatMap((match): Joint[] => {
    const at = match.index + match[0].length
    const before = words.slice(Math.max(0, at - REACH), at)
    const sentence = /(?:^|[.!?])\s*([^.!?\n]*)$/u.exec(before)?.[1] ?? ''
    const title = sentence.trim()
    const isWhole = /\s/u.test(title) ? LAST_WORD.test(title) : PROCESS.test(title)
    const fits = isWhole && isTitle(title) && /^\p{Lu}[^:,]*$/u.test(title) && !SENTENCE.test(title)
    return fits ? [{ title, start: at - sentence.length, at }] : []
  })

/** "Neurotrophic factor releaseStem cells secrete GDNF.": titles that lost the line break after them, with their bodies. */
const glued = (text: string, block: Block): Labelled[] => {
  const found: Labelled[] = []
  let end = block.end
  for (const { title, start, at } of jointsOf(text.slice(block.start, block.end)).toReversed()) {
    const body = { start: block.start + at, end }
    if (body.end - body.start < SHORTEST_BODY) continue
    end = block.start + start
    found.unshift({ title, passage: { start: end, end: body.end }, body })
  }
  return found
}

/** Words that short titles of mechanisms are made of: what acts, and what becomes of something. */
const CUE =
  /\b(?:\p{L}+(?:ation|ition|ction|sion|genesis|osis|poiesis|kinesis|phagy|taxis)|(?:anti|pro|neuro|immuno|cardio)-?\p{L}+|action|activity|arrest|block(?:ade|ing)?|calm(?:ing)?|clearance|control|death|defen[cs]e|damage|delivery|effects?|expression|fewer|growth|guid(?:ance|ing)|help|homing|increased?|less|loss|lower|mechanisms?|modes?|more|new|pathways?|production|protect(?:ion|ing)|recovery|recruitment|reduced?|reduction|release|repair|resistance|response|secretion|signal(?:s|l?ing)|stress|stops?|supply|support|survival|synthesis|transfer|transport|turnover|uptake)\b/iu

/** A line without an end over running text: a heading that came in as a paragraph. */
const isHeadingLine = (text: string, block: Block, next: Block | undefined): boolean => {
  if (block.kind !== 'paragraph' || next === undefined || block.end - block.start > REACH) return false
  const words = text.slice(block.start, block.end).trim()
  return (
    /^(?:\(?\d{1,2}[.)]\s*)?\p{Lu}/u.test(words) &&
    !/[.:;,!?…]$/u.test(words) &&
    isTitle(words.replace(/^\(?\d{1,2}[.)]\s*/u, '')) &&
    !SENTENCE.test(words) &&
    (next.end - next.start >= 2 * SHORTEST_BODY || next.end - next.start > block.end - block.start)
  )
}

/** The line `head` and the blocks that it stands over. */
const underHead = (text: string, head: Block, blocks: readonly Block[]): Labelled[] => {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return []
  const title = text.slice(head.start, head.end).trim()
  return [{ title, passage: { start: head.start, end: last.end }, body: { start: first.start, end: last.end } }]
}

/**
 * The titled passages among the blocks of one section, in text order: "Label: body", a label that is glued to its body,
 * and a short line with a cue word that stands over paragraphs.
 */
export const readLabels = ({ text }: ArticleText, blocks: readonly Block[]): Labelled[] => {
  const found: Labelled[] = []
  let head: Block | null = null
  let under: Block[] = []
  const close = (): void => {
    if (head) found.push(...underHead(text, head, under))
    head = null
    under = []
  }
  blocks.forEach((block, i) => {
    if (isHeadingLine(text, block, blocks[i + 1])) {
      close()
      // A line without a cue ends what stands above it, and what is below it is not its mechanism.
      if (CUE.test(text.slice(block.start, block.end))) head = block
      return
    }
    under.push(block)
    if (head) return
    const pieces = glued(text, block)
    const one = pieces.length > 1 ? null : labelled(text, block)
    found.push(...(one ? [one] : pieces))
  })
  close()
  return found
}

/** A block without the labels that are glued into it: its pieces, so that no sentence runs over a joint. */
export const withoutGluedLabels = (text: string, block: Block): Block[] => {
  const pieces = glued(text, block)
  const first = pieces[0]
  if (!first) return [block]
  const before =
    text.slice(block.start, first.passage.start).trim() === '' ? [] : [{ ...block, end: first.passage.start }]
  return [...before, ...pieces.map(({ body }) => ({ ...block, start: body.start, end: body.end }))]
}
