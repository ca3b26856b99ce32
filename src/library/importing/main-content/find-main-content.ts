import { textsOfElements } from './element-texts.ts'
import type { ElementText } from './element-texts.ts'
import { isFurniture } from './is-furniture.ts'
import { bodyOf, keptByReadability } from './kept-by-readability.ts'
import { blockElements } from '../canonical-elements.ts'
import { childrenOf, collapsedText, isElement, walk } from '../parse-html.ts'
import type { ParsedNode } from '../parse-html.ts'
import { declaredContent, MAIN_SHARE } from './declared-content.ts'
import { slugOf } from './slug-of.ts'

/** What of a page is the article. */
export interface MainContent {
  readonly root: ParsedNode
  /** Elements inside of `root` of which nothing is the article’s. */
  readonly leftOut: ReadonlySet<ParsedNode>
}

type Texts = ReadonlyMap<ParsedNode, Readonly<ElementText>>

/** The smallest element with all text that was kept, and no smaller than one that can hold paragraphs. */
const placeOfKept = (page: ParsedNode, texts: Texts): ParsedNode => {
  const total = texts.get(page)?.kept ?? 0
  let inner = page
  let place = page
  for (;;) {
    const inside = childrenOf(inner).find(child => isElement(child) && texts.get(child)?.kept === total)
    if (inside === undefined) return place
    inner = inside
    if (isElement(inner) && inner.localName !== 'p' && blockElements.has(inner.localName)) place = inner
  }
}

const isInside = (node: ParsedNode, outer: ParsedNode): boolean => {
  for (let around: ParsedNode | null = node; around !== null; around = around.parentNode) {
    if (around === outer) return true
  }
  return false
}

/** The outermost elements below `root` that hold nothing that was kept and look like no part of an article. */
const furnitureIn = (root: ParsedNode, texts: Texts): ReadonlySet<ParsedNode> => {
  const furniture = new Set<ParsedNode>()
  walk(root, node => {
    const text = texts.get(node)
    if (!isElement(node) || node === root || text === undefined) return true
    if (node.localName === 'pre') return false
    const inFlow = node.parentNode !== null && (texts.get(node.parentNode)?.kept ?? 0) > 0
    if (!isFurniture(node, text, inFlow)) return true
    furniture.add(node)
    return false
  })
  return furniture
}

/** Text that would be imported with `root`, in running text. */
const proseIn = (root: ParsedNode, texts: Texts): number => {
  let prose = texts.get(root)?.prose ?? 0
  for (const left of furnitureIn(root, texts)) prose -= texts.get(left)?.prose ?? 0
  return prose
}

const classOf = (node: ParsedNode): string => (isElement(node) ? (node.getAttribute('class') ?? '').trim() : '')

/** Running text may grow by this much where an article is widened to what belongs to it. */
const MOST_GROWTH = 1.15

/** True when `around` has a heading that says what the page is called. */
const holdsTitle = (around: ParsedNode, title: string): boolean => {
  let found = false
  const wanted = slugOf(title)
  walk(around, node => {
    if (!found && isElement(node) && /^h[12]$/.test(node.localName)) {
      const slug = slugOf(collapsedText(node))
      found = slug !== '' && wanted.startsWith(slug) && slug.length * 2 > wanted.length
    }
    return !found
  })
  return found
}

/** Widens the place to the element around all parts of one class of which it is one, or is in one. */
const withOtherParts = (place: ParsedNode, texts: Texts): ParsedNode => {
  let widest = place
  for (let part = place; part.parentNode !== null && isElement(part); part = part.parentNode) {
    if (part.localName === 'article' || part.localName === 'body') break
    const { localName } = part
    const ofClass = classOf(part)
    const hasOthers = childrenOf(part.parentNode).some(
      other =>
        other !== part &&
        other.localName === localName &&
        classOf(other) === ofClass &&
        (texts.get(other)?.prose ?? 0) > 0,
    )
    if (ofClass !== '' && hasOthers) widest = part.parentNode
  }
  return widest
}

const withHeading = (place: ParsedNode, texts: Texts, title: string): ParsedNode => {
  if (holdsTitle(place, title)) return place
  const prose = proseIn(place, texts)
  for (let around = place.parentNode; around !== null && isElement(around); around = around.parentNode) {
    if (proseIn(around, texts) > prose * MOST_GROWTH) return place
    if (holdsTitle(around, title)) return around
  }
  return place
}

const isArticle = (node: ParsedNode): boolean => isElement(node) && node.localName === 'article'

const lengthIn = (node: ParsedNode): number => collapsedText(node).length

/** On a page with less text, all of it is taken: there is too little to tell one part from another. */
const LEAST_TEXT = 800
/** With a smaller share of all running text, what was kept is one part of the page’s matter and not the whole. */
const LEAST_SHARE = 0.25

/** The smallest element around `place` with most of the running text of the page. */
const withMostProse = (place: ParsedNode, page: ParsedNode, texts: Texts): ParsedNode => {
  const whole = proseIn(page, texts)
  if (proseIn(place, texts) >= whole * LEAST_SHARE) return place
  let wider = place
  while (wider.parentNode !== null && proseIn(wider, texts) < whole * MAIN_SHARE) wider = wider.parentNode
  return wider
}

/**
 * Finds what of a page is its article. Readability says where it is; what stands there is then kept, whether Readability keeps it or not, unless it looks
 * like furniture. A page that is nothing but its `article`, as what was pasted is, is taken whole. Decision 35 says what was measured.
 * @param html the markup that `page` was parsed from
 * @param title what the page is called
 */
export const findMainContent = (html: string, page: ParsedNode, title: string): MainContent => {
  const declared = declaredContent(page)
  const isAll = isArticle(declared) && lengthIn(declared) === lengthIn(bodyOf(page) ?? page)
  const kept = isAll || lengthIn(page) < LEAST_TEXT ? null : keptByReadability(html, page)
  if (kept === null) return { root: declared, leftOut: new Set() }
  const texts = textsOfElements(page, kept)
  const place = withMostProse(withOtherParts(placeOfKept(page, texts), texts), page, texts)
  const root = isArticle(declared) && isInside(place, declared) ? declared : withHeading(place, texts, title)
  return { root, leftOut: furnitureIn(root, texts) }
}
