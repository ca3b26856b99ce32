import { LEAST_PROSE, lengthOf, textsOfElements } from './element-texts.ts'
import type { ElementText } from './element-texts.ts'
import {
  isAdded,
  isFurniture,
  isListOfSources,
  isOffer,
  isOfFewWords,
  isOfWaysOut,
  saysFurniture,
} from './is-furniture.ts'
import { bodyOf, keptByReadability } from './kept-by-readability.ts'
import { blockElements } from '../canonical-elements.ts'
import { isBlank, lineOfText } from '../source-text.ts'
import { childrenOf, collapsedText, isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'
import { declaredContent, MAIN_SHARE } from './declared-content.ts'
import { contentsListsIn } from './contents-list.ts'
import { slugOf } from './slug-of.ts'

/** What of a page is the article. */
export interface MainContent {
  readonly root: ParsedNode
  /** Elements inside of `root` of which nothing is the article’s. */
  readonly leftOut: ReadonlySet<ParsedNode>
}

type Texts = ReadonlyMap<ParsedNode, Readonly<ElementText>>

/** A few words that were kept elsewhere, with at most this share of all that was, do not say where the article is. */
const LONGEST_STRAY = 40
const MOST_STRAY = 0.03

/** The smallest element with all text that was kept but for stray words, and no smaller than one that can hold paragraphs. */
const placeOfKept = (page: ParsedNode, texts: Texts): ParsedNode => {
  const total = texts.get(page)?.kept ?? 0
  const least = total - Math.min(LONGEST_STRAY, total * MOST_STRAY)
  let inner = page
  let place = page
  for (;;) {
    const inside = childrenOf(inner).find(child => isElement(child) && (texts.get(child)?.kept ?? -1) >= least)
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

const classOf = (node: ParsedNode): string => (isElement(node) ? (node.getAttribute('class') ?? '').trim() : '')

/** What parts of a kind have in common: their name and class. */
const kindOf = (part: ParsedElement): string => `${part.localName} ${classOf(part)}`

type Counts = ReadonlyMap<string, number>

/** How many elements of each kind, of those right inside one, have running text that was kept. */
const countKept = (around: ParsedNode, texts: Texts): Counts => {
  const counts = new Map<string, number>()
  for (const part of childrenOf(around)) {
    const text = texts.get(part)
    if (!isElement(part) || text === undefined || text.kept === 0 || text.prose === 0) continue
    counts.set(kindOf(part), (counts.get(kindOf(part)) ?? 0) + 1)
  }
  return counts
}

/** Counted once for each element of a page, and kept for as long as its texts are: each of a thousand rows asks for the same counts. */
const countsOfTexts = new WeakMap<Texts, Map<ParsedNode, Counts>>()

const keptIn = (around: ParsedNode, texts: Texts): Counts => {
  const ofPage = countsOfTexts.get(texts) ?? new Map<ParsedNode, Counts>()
  countsOfTexts.set(texts, ofPage)
  const counts = ofPage.get(around) ?? countKept(around, texts)
  ofPage.set(around, counts)
  return counts
}

/** True when another element beside this one has its name and class, and running text that was kept. */
const isOneOfParts = (part: ParsedElement, text: Readonly<ElementText>, texts: Texts): boolean => {
  if (part.parentNode === null || classOf(part) === '') return false
  const itself = text.kept > 0 && text.prose > 0 ? 1 : 0
  return (keptIn(part.parentNode, texts).get(kindOf(part)) ?? 0) > itself
}

/** Elements of the flow of text: whatever stands in one of them belongs together. */
const wholes: ReadonlySet<string> = new Set(['a', 'blockquote', 'figure', 'p'])

const isList = ({ localName }: ParsedElement): boolean => localName === 'ul' || localName === 'ol'

/** A list in a figure that is nothing but links offers the picture in other forms. */
const isOfferOfFigure = (element: ParsedElement): boolean => {
  if (!isList(element)) return false
  let links = 0
  let isAllLinks = true
  walk(element, node => {
    if (isElement(node) && node.localName === 'a') links += 1
    else if (isElement(node) && node.localName === 'img') isAllLinks = false
    else if (isText(node) && (node.nodeValue ?? '').trim() !== '') isAllLinks = false
    return !isElement(node) || node.localName !== 'a'
  })
  return isAllLinks && links > 0
}

/** A list of ways out above all running text is a menu; below it, it is one of sources. */
const isMenuAbove = (element: ParsedElement, text: Readonly<ElementText>, whole: number): boolean =>
  isList(element) && text.all > 0 && text.linked >= text.all * MOST_LINKED_OF_MENU && text.all <= whole * LONGEST_MENU

/** The outermost elements below `root` that hold nothing that was kept and look like no part of an article. */
const furnitureIn = (root: ParsedNode, texts: Texts, isThread = false): ReadonlySet<ParsedNode> => {
  const furniture = new Set<ParsedNode>()
  const whole = texts.get(root)?.all ?? 0
  const open: ParsedElement[] = []
  let proseAbove = false
  let sources: ParsedElement | null = null
  const lastIn = new Map<ParsedNode, ParsedElement>()
  walk(
    root,
    node => {
      const text = texts.get(node)
      if (!isElement(node) || node === root || text === undefined) return true
      const { parentNode: parent } = node
      const before = (parent === null ? undefined : lastIn.get(parent)) ?? null
      if (parent !== null) lastIn.set(parent, node)
      if (node.localName === 'pre') return false
      const inFlow = parent !== null && (texts.get(parent)?.kept ?? 0) > 0
      const inWhole = open.length > 0
      if (
        sources === null &&
        text.linked > 0 &&
        isListOfSources(node, before, before === null ? undefined : texts.get(before))
      )
        sources = node
      const isPart = inWhole || (text.linked > 0 && isOneOfParts(node, text, texts))
      if (
        isFurniture(node, text, {
          before,
          inFlow,
          isPart,
          inLink: open.at(-1)?.localName === 'a',
          inSources: sources !== null,
          isThread,
        }) ||
        (open.some(({ localName }) => localName === 'figure') && isOfferOfFigure(node)) ||
        (!proseAbove && isMenuAbove(node, text, whole))
      ) {
        furniture.add(node)
        return false
      }
      proseAbove ||= text.prose > 0 && text.ownAll >= LEAST_PROSE
      if (wholes.has(node.localName) || (isPart && !inWhole)) open.push(node)
      return true
    },
    node => {
      if (open.at(-1) === node) open.pop()
      if (sources === node) sources = null
    },
  )
  return furniture
}

/** The share of a menu's text that leads out of the page, and that of an article's text that a menu may have. */
const MOST_LINKED_OF_MENU = 0.9
const LONGEST_MENU = 0.2

/** Where running text is at least this share of a page, what is mostly ways out is not what it is about. */
const LEAST_PROSE_OF_TEXT = 0.25

/** On longer pages a part with many links is more likely one of the article. */
const LONGEST_SHORT = 2_400

const roleOf = (element: ParsedElement): string => element.getAttribute('role')?.trim() ?? ''

/** Where all of a page was kept, a name says little: it is believed of roles of a page, of short offers, and of what has nothing to read but ways out and a few words. */
const isBelieved = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  rolesOfPage.has(roleOf(element)) || isOffer(element, text) || isOfFewWords(text)

/**
 * What of a page says of itself that it is none of the article, as far as that `isTrusted`, and, on a short one beside enough running text, ways out;
 * nothing where that is most of the page.
 */
const furnitureSaid = (
  root: ParsedNode,
  texts: Texts,
  isTrusted: (element: ParsedElement, text: Readonly<ElementText>) => boolean = () => true,
): ReadonlySet<ParsedNode> => {
  const furniture = new Set<ParsedNode>()
  const whole = texts.get(root)?.all ?? 0
  let left = whole
  const isOfText = whole <= LONGEST_SHORT && (texts.get(root)?.prose ?? 0) >= whole * LEAST_PROSE_OF_TEXT
  walk(root, node => {
    const text = texts.get(node)
    if (!isElement(node) || node === root || text === undefined) return true
    if (node.localName === 'pre') return false
    const isSaid = saysFurniture(node, text) && isTrusted(node, text)
    if (!isSaid && !(isOfText && isOfWaysOut(node, text))) return true
    furniture.add(node)
    left -= text.all
    return false
  })
  return left >= whole * LEAST_LEFT ? furniture : new Set()
}

/** Text that would be imported with `root`, in running text. */
const proseIn = (root: ParsedNode, texts: Texts, isThread = false): number => {
  let prose = texts.get(root)?.prose ?? 0
  for (const left of furnitureIn(root, texts, isThread)) prose -= texts.get(left)?.prose ?? 0
  return prose
}

/** Running text may grow by this much where an article is widened to what belongs to it. */
const MOST_GROWTH = 1.15

/** The headings of a page that say what it is called. */
const headingsOf = (page: ParsedNode, title: string): readonly ParsedElement[] => {
  const headings: ParsedElement[] = []
  const wanted = slugOf(title)
  walk(page, node => {
    if (!isElement(node) || !/^h[12]$/.test(node.localName)) return true
    const slug = slugOf(collapsedText(node))
    if (slug !== '' && wanted.startsWith(slug) && slug.length * 2 > wanted.length) headings.push(node)
    return false
  })
  return headings
}

/** A node and all around it, from inside out. */
const withAllAround = (node: ParsedNode): readonly ParsedNode[] => {
  const all: ParsedNode[] = []
  for (let around: ParsedNode | null = node; around !== null; around = around.parentNode) all.push(around)
  return all
}

/**
 * The first of nodes around one another, from inside out, for which something holds that then holds for all around it, too: halves are tried,
 * as each try may look through the page. The last where it holds for none.
 */
const innermost = (nodes: readonly ParsedNode[], holds: (node: ParsedNode) => boolean): ParsedNode | undefined => {
  let from = 0
  let to = nodes.length - 1
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const node = nodes[middle]
    if (node !== undefined && holds(node)) to = middle
    else from = middle + 1
  }
  return nodes[from]
}

/** Running text in `around` that stands after its heading and before `place`. */
const proseBetween = (around: ParsedNode, heading: ParsedElement, place: ParsedNode, texts: Texts): number => {
  const holders = new Set([...withAllAround(heading), ...withAllAround(place)])
  let prose = 0
  let isBetween = false
  let isPast = false
  walk(around, node => {
    if (isPast) return false
    if (node === heading) isBetween = true
    if (node === place) isPast = true
    if (node === heading || node === place) return false
    if (holders.has(node)) return true
    if (isBetween) prose += texts.get(node)?.prose ?? 0
    return false
  })
  return prose
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

/** Widens the place to its heading, unless that brings more with it than stands between the two. */
const withHeading = (place: ParsedNode, page: ParsedNode, texts: Texts, title: string): ParsedNode => {
  const ranks = new Map(withAllAround(place).map((around, rank) => [around, rank]))
  let nearest: { readonly rank: number; readonly around: ParsedNode; readonly heading: ParsedElement } | null = null
  for (const heading of headingsOf(page, title)) {
    const around = withAllAround(heading).find(node => ranks.has(node))
    const rank = around === undefined ? undefined : ranks.get(around)
    if (around === undefined || rank === undefined || (nearest !== null && nearest.rank <= rank)) continue
    nearest = { rank, around, heading }
  }
  if (nearest === null || nearest.rank === 0 || !isElement(nearest.around)) return place
  const brought = proseIn(nearest.around, texts) - proseBetween(nearest.around, nearest.heading, place, texts)
  return brought > proseIn(place, texts) * MOST_GROWTH ? place : nearest.around
}

const isArticle = (node: ParsedNode): boolean => isElement(node) && node.localName === 'article'

const lengthIn = (node: ParsedNode): number => lengthOf(collapsedText(node))

/** Characters at the start of a page that tell of most pages whether they are short. */
const TELLING = 8_000

/** True when the page has less text than `LEAST_TEXT`. What stands at its start is no longer than the whole, so that long pages need not be read to their end. */
const isShort = (page: ParsedNode): boolean => {
  let start = ''
  walk(page, node => {
    if (start.length >= TELLING) return false
    if (isText(node)) start += node.nodeValue ?? ''
    return true
  })
  return lengthOf(lineOfText(start)) < LEAST_TEXT && (start.length < TELLING || lengthIn(page) < LEAST_TEXT)
}

/** True when nothing that could be seen stands in `outer` but what is in `inner`. */
const isAllOf = (outer: ParsedNode, inner: ParsedNode): boolean => {
  if (!isInside(inner, outer)) return lengthIn(inner) === lengthIn(outer)
  let isAll = true
  walk(outer, node => {
    if (isAll && node !== inner && isText(node)) isAll = isBlank(node.nodeValue ?? '')
    return isAll && node !== inner
  })
  return isAll
}

/** On a page with less text, all of it is taken: there is too little to tell one part from another. */
const LEAST_TEXT = 800
/** Of a short page at least this much is its article. */
const LEAST_LEFT = 0.3
/** What keeps such a share of a page says nothing of its parts. */
const NEARLY_ALL = 0.9
const rolesOfPage: ReadonlySet<string> = new Set(['banner', 'contentinfo', 'navigation'])

/** Where Readability finds no article it keeps what is there, what says that it stands at the head or foot of a page included. */
const keptWithoutChoice = (page: ParsedNode, kept: ReadonlySet<ParsedElement>, texts: Texts): boolean => {
  const { all, kept: ofKept } = texts.get(page) ?? { all: 0, kept: 0 }
  return ofKept >= all * NEARLY_ALL || [...kept].some(node => rolesOfPage.has(roleOf(node)))
}

/** With a smaller share of all running text, what was kept is one part of the page’s matter and not the whole. */
const LEAST_SHARE = 0.25

/** The smallest element around `place` with most of the running text of the page. */
const withMostProse = (place: ParsedNode, page: ParsedNode, texts: Texts): ParsedNode => {
  const whole = proseIn(page, texts)
  if (proseIn(place, texts) >= whole * LEAST_SHARE) return place
  return innermost(withAllAround(place), around => proseIn(around, texts) >= whole * MAIN_SHARE) ?? place
}

/** How pages say, to those that search them, that they are questions with answers, or talks. */
const saidThread = /schema\.org\/(?:QAPage|DiscussionForumPosting)\b|"@type"\s*:\s*"(?:QAPage|DiscussionForumPosting)"/

/** What comments are on, where they and not it are what the page is about, has at most so much running text, and they so many times that, or as much where one of them was taken for the article. */
const LONGEST_OPENING = 700
const COMMENTS_OF_OPENING = 3
/** One comment makes no thread. */
const LEAST_COMMENTS = 2
/** The share of the running text of a thread that its place holds. */
const THREAD_SHARE = 0.9

interface Added {
  /** Characters of running text. */
  readonly prose: number
  /** Characters that were kept. */
  readonly kept: number
  /** Parts of the most frequent kind. */
  readonly parts: number
}

/** What readers of a page have added to it. */
const addedIn = (page: ParsedNode, texts: Texts): Added => {
  const kinds = new Map<string, number>()
  const open: ParsedElement[] = []
  let added = 0
  let kept = 0
  let parts = 0
  walk(
    page,
    node => {
      const prose = texts.get(node)?.prose ?? 0
      if (!isElement(node) || prose === 0) return !isElement(node)
      // Names of the page as a whole say what it is, and not who wrote it.
      if (node.localName === 'body' || !isAdded(node)) return true
      if (open.length === 0) {
        added += prose
        kept += texts.get(node)?.kept ?? 0
      }
      const ofKind = (kinds.get(kindOf(node)) ?? 0) + 1
      kinds.set(kindOf(node), ofKind)
      parts = Math.max(parts, ofKind)
      open.push(node)
      return true
    },
    node => {
      if (open.at(-1) === node) open.pop()
    },
  )
  return { prose: added, kept, parts }
}

/**
 * The element around all posts of a page that is a thread of them, as it says itself or as a short opening with several long comments shows,
 * whichever of them was taken for the article; null for any other page.
 */
const threadAround = (html: string, place: ParsedNode, page: ParsedNode, texts: Texts): ParsedNode | null => {
  if (!saidThread.test(html)) {
    const added = addedIn(page, texts)
    // What a page declares is nearer than what is around a place that may be neither the opening nor a comment.
    const declared = declaredContent(page)
    const isDeclared =
      isElement(declared) && declared.localName !== 'body' && addedIn(declared, texts).prose === added.prose
    const opening = proseIn(isDeclared ? declared : page, texts, true) - added.prose
    const isTaken = added.kept * 2 > (texts.get(page)?.kept ?? 0)
    const least = opening * (isTaken ? 1 : COMMENTS_OF_OPENING)
    if (added.parts < LEAST_COMMENTS || opening > LONGEST_OPENING || added.prose < least) return null
    if (isDeclared) return declared
  }
  const whole = proseIn(page, texts, true)
  return innermost(withAllAround(place), around => proseIn(around, texts, true) >= whole * THREAD_SHARE) ?? place
}

/**
 * Finds what of a page is its article. Readability says where it is; what stands there is then kept, whether Readability keeps it or not, unless it looks
 * like furniture. A page that is nothing but its `article`, as what was pasted is, is taken whole. Decision 35 says what was measured.
 * @param html the markup that `page` was parsed from
 * @param title what the page is called
 */
export const findMainContent = (html: string, page: ParsedNode, title: string): MainContent => {
  const declared = declaredContent(page)
  const isAll = isArticle(declared) && isAllOf(bodyOf(page) ?? page, declared)
  if (isAll) return { root: declared, leftOut: new Set() }
  const kept = isShort(page) ? null : keptByReadability(html, page)
  if (kept === null) return { root: declared, leftOut: furnitureSaid(declared, textsOfElements(page, new Set())) }
  const texts = textsOfElements(page, kept)
  const found = withOtherParts(placeOfKept(page, texts), texts)
  const thread = threadAround(html, found, page, texts)
  if (thread !== null) return { root: thread, leftOut: furnitureIn(thread, texts, true) }
  const place = withMostProse(found, page, texts)
  const root = isArticle(declared) && isInside(place, declared) ? declared : withHeading(place, page, texts, title)
  const leftOut = new Set([...furnitureIn(root, texts), ...contentsListsIn(root, page)])
  if (!keptWithoutChoice(page, kept, texts)) return { root, leftOut }
  return { root, leftOut: new Set([...leftOut, ...furnitureSaid(root, texts, isBelieved)]) }
}
