import { blockElements, droppedElements } from '../canonical-elements.ts'
import { isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** How much text stands in an element, in characters without the white space around them. A sign of Chinese or Japanese counts as three. */
export interface ElementText {
  all: number
  /** In links that lead out of the page. */
  linked: number
  /** In running text: blocks of some length that are not made of links. */
  prose: number
  /** In elements that were kept. */
  kept: number
  /** What of `all` and `linked` stands in no block further inside. */
  ownAll: number
  ownLinked: number
}

/** A block with less text is a label, a heading or a teaser rather than prose. */
export const LEAST_PROSE = 80
/** A block of which a greater share is linked is no prose. */
const MOST_LINKED_PROSE = 1 / 3

const ideographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu

/** How much a text says, as `ElementText` counts. */
export const lengthOf = (text: string): number => {
  const trimmed = text.trim()
  return trimmed.length + 2 * (trimmed.match(ideographs)?.length ?? 0)
}

/** A larger form of a picture is no other page. */
const toPicture = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i

const isOutwardLink = (node: ParsedNode): boolean => {
  if (!isElement(node) || node.localName !== 'a') return false
  const target = node.getAttribute('href') ?? '#'
  return !target.startsWith('#') && !toPicture.test(target)
}

const isBlock = (node: ParsedNode): boolean => !isText(node) && (!isElement(node) || blockElements.has(node.localName))

const addTo = (around: ElementText, inside: ElementText, ofBlock: boolean): void => {
  around.all += inside.all
  around.linked += inside.linked
  around.prose += inside.prose
  around.kept += inside.kept
  if (ofBlock) return
  around.ownAll += inside.ownAll
  around.ownLinked += inside.ownLinked
}

/** What text stands in each node of a page. Elements of which nothing is imported are not in it. */
export const textsOfElements = (
  page: ParsedNode,
  kept: ReadonlySet<ParsedElement>,
): ReadonlyMap<ParsedNode, Readonly<ElementText>> => {
  const texts = new Map<ParsedNode, ElementText>()
  let links = 0
  walk(
    page,
    node => {
      if (isElement(node) && droppedElements.has(node.localName)) return false
      if (isOutwardLink(node)) links += 1
      const all = isText(node) ? lengthOf(node.nodeValue ?? '') : 0
      const linked = links > 0 ? all : 0
      const { parentNode: parent } = node
      const isKept = parent !== null && isElement(parent) && kept.has(parent)
      texts.set(node, { all, linked, prose: 0, kept: isKept ? all : 0, ownAll: all, ownLinked: linked })
      return true
    },
    node => {
      const text = texts.get(node)
      if (text === undefined) return
      if (isOutwardLink(node)) links -= 1
      const ofBlock = isBlock(node)
      const { ownAll, ownLinked } = text
      if (ofBlock && ownAll >= LEAST_PROSE && ownLinked <= ownAll * MOST_LINKED_PROSE) text.prose += ownAll - ownLinked
      const around = node === page || node.parentNode === null ? undefined : texts.get(node.parentNode)
      if (around !== undefined) addTo(around, text, ofBlock)
    },
  )
  return texts
}
