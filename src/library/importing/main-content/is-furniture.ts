import {
  adLabel,
  besidesClass,
  isClassOf,
  isVagueClass,
  namesInThread,
  namesOfAdded,
  offerClass,
  placeId,
  toTopLabel,
  usualNames,
} from './furniture-names.ts'
import type { Names } from './furniture-names.ts'
import { isFolded } from '../is-folded.ts'
import { slugOf } from './slug-of.ts'
import { LEAST_PROSE, lengthOf } from './element-texts.ts'
import type { ElementText } from './element-texts.ts'
import { allowedParents, blockElements } from '../canonical-elements.ts'
import { collapsedText, isElement, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** Elements and roles that say of themselves that they are no part of the article. */
const furnitureElements: ReadonlySet<string> = new Set(['footer', 'form', 'nav', 'search'])
const furnitureRoles: ReadonlySet<string> = new Set([
  'alertdialog',
  'banner',
  'contentinfo',
  'dialog',
  'form',
  'menu',
  'menubar',
  'navigation',
  'search',
  'tablist',
  'toolbar',
])

/** Flow content, which stands between the paragraphs of an article even where it is all links, as a list of sources is. */
const flowElements: ReadonlySet<string> = new Set([
  'blockquote',
  'dl',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ol',
  'p',
  'pre',
  'table',
  'ul',
])

/** Elements that say nothing of what they hold. */
const wrappers: ReadonlySet<string> = new Set(['aside', 'div', 'footer', 'form', 'ol', 'section', 'ul'])

/** The share of an element's text in links from which on it is a list of ways out. */
const MOST_LINKED = 0.4
/** The same within what is known to be the article's. */
const MOST_LINKED_OF_PART = 0.95
/** The same of a few words with such a name. */
const MOST_LINKED_OF_WORDS = 0.25

/** Characters of the longest offer. What is longer, as a part that is behind a paywall, is what was paid for. */
const LONGEST_OFFER = 500

const LONGEST_LABEL = 40

/** Camel case told apart, as programs make names. */
const wordsOf = (names: string): string => names.replace(/([a-z\d])([A-Z])/g, '$1-$2')

/** Attributes in which programs that hash their classes say what a part is. */
const partAttributes = ['data-area', 'data-block', 'data-component', 'data-module', 'data-testid'] as const

/** What an element is called, in one class after the other. */
const calledOf = (element: ParsedElement): string =>
  wordsOf(
    [element.getAttribute('class'), ...partAttributes.map(name => element.getAttribute(name))]
      .filter(name => name !== null)
      .join(' '),
  )

/** The first heading inside an element. */
const headingIn = (element: ParsedElement): string => {
  let heading: string | null = null
  walk(element, (node: ParsedNode) => {
    if (heading === null && isElement(node) && /^h[1-6]$/.test(node.localName)) heading = collapsedText(node)
    return heading === null
  })
  return heading ?? ''
}

/** The names of places that links of a page lead to, looked for once in each page. */
const ledToIn = new WeakMap<ParsedNode, ReadonlySet<string>>()

const isLedTo = (element: ParsedElement, id: string): boolean => {
  let page: ParsedNode = element
  while (page.parentNode !== null) page = page.parentNode
  let ledTo = ledToIn.get(page)
  if (ledTo === undefined) {
    const names = new Set<string>()
    walk(page, node => {
      const target = isElement(node) && node.localName === 'a' ? node.getAttribute('href') : null
      if (target?.startsWith('#') === true) names.add(target.slice(1))
      return true
    })
    ledTo = names
    ledToIn.set(page, ledTo)
  }
  return ledTo.has(id)
}

/** Called the foot or side of the page, and no note that a link leads to. */
const isCalledPlace = (element: ParsedElement, id: string): boolean =>
  placeId.test(id) && element.localName !== 'aside' && wrappers.has(element.localName) && !isLedTo(element, id)

/** Named so, and not after a heading of its own. */
const isNamed = (element: ParsedElement, names: Names): boolean => {
  if (isClassOf(calledOf(element), names)) return true
  const id = element.getAttribute('id') ?? ''
  const isId = names.ofId.test(wordsOf(id)) || (names !== namesOfAdded && isCalledPlace(element, id))
  return isId && slugOf(headingIn(element)) !== slugOf(id)
}

/** Named as what readers of a page have added to it. */
export const isAdded = (element: ParsedElement): boolean => isNamed(element, namesOfAdded)

/** More of what is only folded up than this in links is a menu. */
const MOST_LINKED_OF_FOLDED = 0.5

/** Shown to nobody; what a reader may open is to be read, unless it is a menu. */
const isHidden = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  (element.getAttribute('hidden') !== null || /\bdisplay\s*:\s*none\b/i.test(element.getAttribute('style') ?? '')) &&
  !(text.linked <= text.all * MOST_LINKED_OF_FOLDED && isFolded(element))

/** Elements that bring more than words with them. */
const substance: ReadonlySet<string> = new Set(['figure', 'img', 'math', 'picture', 'pre', 'table', 'amp-img'])

const holds = (element: ParsedElement, fits: (inside: ParsedElement) => boolean): boolean => {
  let found = false
  walk(element, node => {
    if (!found && isElement(node)) found = fits(node)
    return !found
  })
  return found
}

const isField = (element: ParsedElement): boolean =>
  element.localName === 'input' &&
  ['email', 'search', 'tel', 'text'].includes(element.getAttribute('type')?.toLowerCase() ?? 'text')

/** A field for an address, or for what is looked for. */
const isFieldOfOffer = (element: ParsedElement): boolean =>
  isField(element) &&
  (/^(?:email|search|tel)$/i.test(element.getAttribute('type') ?? '') ||
    /mail|search|query|^[qs]$/i.test(element.getAttribute('name') ?? ''))

/** Some programs put what people wrote into a form, and some pages ask what their readers make of it, with a field for the answer. */
const isFormAroundText = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  element.localName === 'form' && text.prose > 0 && !holds(element, isFieldOfOffer)

/** A few words around a field to write in: an offer to sign up, to search, to answer. */
const isAroundForm = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  wrappers.has(element.localName) &&
  text.all <= LONGEST_OFFER &&
  !isFormAroundText(element, text) &&
  !holds(element, ({ localName }) => substance.has(localName)) &&
  holds(element, inside => inside.localName === 'form' && holds(inside, isField))

/** Where the footer of an element says whose words or picture it is. */
const isAttribution = ({ localName, parentNode }: ParsedElement): boolean => {
  if (localName !== 'footer') return false
  for (let around = parentNode; around !== null; around = around.parentNode) {
    if (isElement(around) && (around.localName === 'blockquote' || around.localName === 'figure')) return true
  }
  return false
}

const isFurnitureElement = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  text.all > 0 &&
  furnitureElements.has(element.localName) &&
  !isFormAroundText(element, text) &&
  !isAttribution(element)

/** Named as an offer, and no longer than one. */
export const isOffer = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  wrappers.has(element.localName) && text.all <= LONGEST_OFFER && offerClass.test(calledOf(element))

/** Named as something beside the text. */
const isBeside = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  wrappers.has(element.localName) &&
  text.prose === 0 &&
  besidesClass.test(wordsOf(element.getAttribute('class') ?? '')) &&
  !holds(element, ({ localName }) => substance.has(localName))

/** A few words without so much as a paragraph of their own, as buttons have, or with a way out among them, as counters have. */
const isBareWords = (element: ParsedElement, text: Readonly<ElementText>): boolean =>
  text.all <= LEAST_PROSE &&
  (text.linked > text.all * MOST_LINKED_OF_WORDS || !holds(element, ({ localName }) => flowElements.has(localName)))

const isMostlyLinked = (text: Readonly<ElementText>): boolean => text.linked > text.all * MOST_LINKED

/** Nothing to read but ways out, or no more than an offer has. */
export const isOfFewWords = (text: Readonly<ElementText>): boolean =>
  text.prose === 0 && (text.all <= LONGEST_OFFER || isMostlyLinked(text))

/** The share of what stands below headings that leads out of the page, where there is nothing to read. */
const MOST_LINKED_BELOW_HEADINGS = 0.9

const isAllWaysBelowHeadings = (element: ParsedElement, text: Readonly<ElementText>): boolean => {
  let below = text.all
  walk(element, node => {
    if (!isElement(node) || !/^h[1-6]$/.test(node.localName)) return true
    below -= lengthOf(collapsedText(node))
    return false
  })
  return text.linked > 0 && text.linked >= below * MOST_LINKED_BELOW_HEADINGS
}

/** A name that other things have as well is believed only of what has nothing to read but ways out and bare words. */
const isNamedBeside = (element: ParsedElement, text: Readonly<ElementText>, names: Names): boolean => {
  if (!wrappers.has(element.localName) || text.prose > 0) return false
  const hasHeading = headingIn(element) !== ''
  const isLinked = hasHeading ? isAllWaysBelowHeadings(element, text) : isMostlyLinked(text)
  const isOfWays = isLinked && isVagueClass(wordsOf(element.getAttribute('class') ?? ''))
  const isOfName = isNamed(element, names) || isBeside(element, text)
  return (
    (isOfWays || (isOfName && (isLinked || (!hasHeading && isBareWords(element, text))))) &&
    !holds(element, ({ localName }) => substance.has(localName))
  )
}

/** Where nothing can be followed or pressed, a list is no menu, whatever it is called. */
const isListOfWords = (element: ParsedElement): boolean =>
  (element.localName === 'ul' || element.localName === 'ol') &&
  !holds(element, ({ localName }) => localName === 'a' || localName === 'button')

/** Elements of a page's own are called what they are: `share-button`, `amp-ad`. What AMP embeds are offers of other sites. */
const isOwnElement = ({ localName }: ParsedElement): boolean => localName.includes('-')
const ownFurniture = (name: string): boolean => isClassOf(name, usualNames) || /^amp-(?:consent|embed)$/.test(name)

/** Way into the page for those who hear it. */
const isSkipLink = (element: ParsedElement): boolean =>
  element.localName === 'a' &&
  (element.getAttribute('href') ?? '').startsWith('#') &&
  /(?:^|[\s_-])skip/i.test(wordsOf(element.getAttribute('class') ?? ''))

/** A way back to the beginning of the page. */
const isWayToTop = (element: ParsedElement): boolean =>
  element.localName === 'a' &&
  (element.getAttribute('href') ?? '').startsWith('#') &&
  toTopLabel.test(collapsedText(element))

/** True for what says of itself that it is none of the article: by its role, its name, or by not being shown. */
export const saysFurniture = (element: ParsedElement, text: Readonly<ElementText>, names = usualNames): boolean => {
  if (isSkipLink(element) || isWayToTop(element)) return true
  if (isOwnElement(element)) return ownFurniture(element.localName)
  if (text.all === 0 || !blockElements.has(element.localName) || allowedParents.has(element.localName)) return false
  const role = element.getAttribute('role')?.trim() ?? ''
  return (
    furnitureRoles.has(role) ||
    isHidden(element, text) ||
    (isNamed(element, names) && !isListOfWords(element)) ||
    isOffer(element, text) ||
    isBeside(element, text) ||
    isNamedBeside(element, text, names)
  )
}

const isHeading = (node: ParsedNode): boolean => isElement(node) && /^h[1-6]$/.test(node.localName)

const elementAfter = ({ nextSibling }: ParsedElement): ParsedElement | null => {
  for (let node = nextSibling; node !== null; node = node.nextSibling) {
    if (isElement(node)) return node
  }
  return null
}

const isOfFlow = (element: ParsedElement | null): boolean => element !== null && flowElements.has(element.localName)

/** Named after its heading: with an id that is of the heading’s words, or a class of several words that are all of it. */
const isNamedAfter = (element: ParsedElement, heading: string): boolean => {
  const slug = slugOf(heading)
  const id = slugOf(element.getAttribute('id') ?? '')
  // A number in it counts what readers added: "12 comments".
  if (id !== '' && !/\d/.test(heading) && `-${slug}-`.includes(`-${id}-`)) return true
  const names = wordsOf(element.getAttribute('class') ?? '')
    .trim()
    .split(/\s+/)
  return slug.includes('-') && names.some(name => slugOf(name) === slug)
}

/** A paragraph that is a heading, as programs that write documents give to boxes. */
const isTitle = (element: ParsedElement): boolean =>
  element.localName === 'p' && /(?:^|[\s_-])(?:heading|title)(?=$|\s)/i.test(element.getAttribute('class') ?? '')

const namesOf = (element: ParsedElement): readonly string[] => (element.getAttribute('class') ?? '').trim().split(/\s+/)

/** Called the title of what is right around it, as `sidebar-title` in `sidebar` is: it goes or stays with that. */
const isTitleOfParent = (element: ParsedElement): boolean => {
  const { parentNode: parent } = element
  if (parent === null || !isElement(parent) || !isTitle(element)) return false
  const around = namesOf(parent)
  return namesOf(element).some(name => around.includes(name.replace(/[_-]+(?:heading|title)$/i, '')))
}

/** Sections with more of their text in links are teasers. */
const MOST_LINKED_OF_SECTION = 0.25

/**
 * A section that only sounds like furniture: with a heading, running text and few links, no part that is named so itself, and named after that heading or
 * standing between paragraphs, as a box beside the text does.
 */
const isSection = (element: ParsedElement, text: Readonly<ElementText>, before: ParsedElement | null): boolean => {
  if (text.prose === 0 || text.linked > text.all * MOST_LINKED_OF_SECTION) return false
  if (
    isHidden(element, text) ||
    isOffer(element, text) ||
    furnitureRoles.has(element.getAttribute('role')?.trim() ?? '')
  )
    return false
  const heading = headingIn(element)
  const isBox = isOfFlow(before) || isOfFlow(elementAfter(element))
  return (
    (heading === '' ? isBox && holds(element, isTitle) : isBox || isNamedAfter(element, heading)) &&
    !holds(element, inside => inside !== element && wrappers.has(inside.localName) && isNamed(inside, usualNames)) &&
    !holds(element, isField)
  )
}

/** What pages write above ways to other pages. */
const waysOn =
  /\b(?:categories|continue|explore|follow|latest|like|more|most|next|popular|previous|read|recent|recommended|related|share|similar|subscribe|tags|trending)\b/i

/** What stands right below a heading of the article, and is not itself called so, is of the article even where it is all links. */
export const isListOfSources = (
  { localName }: ParsedElement,
  before: ParsedElement | null,
  textBefore: Readonly<ElementText> | undefined,
): boolean =>
  localName === 'div' &&
  before !== null &&
  isHeading(before) &&
  textBefore !== undefined &&
  textBefore.kept > 0 &&
  !waysOn.test(collapsedText(before))

/** The share of links in what is no part of the article, where nothing else is known. */
const MOST_LINKED_OF_UNKNOWN = 0.7

/** Of a page of which nothing is known but what it says of itself: a part that is mostly ways out, and no list or table. */
export const isOfWaysOut = ({ localName }: ParsedElement, text: Readonly<ElementText>): boolean =>
  ['aside', 'div', 'section'].includes(localName) &&
  text.prose === 0 &&
  text.all > 0 &&
  text.linked >= text.all * MOST_LINKED_OF_UNKNOWN

/** Where an element stands. */
interface Surroundings {
  /** The element right before it. */
  readonly before: ParsedElement | null
  /** Beside text of the article. */
  readonly inFlow: boolean
  /** In, or as, a part of a kind of which others are the article’s, so that few links say nothing. */
  readonly isPart: boolean
  /** It is what a link is made of. */
  readonly inLink: boolean
  /** In a list of sources. */
  readonly inSources: boolean
  /** On a page that is a thread, where comments and replies are what it is about. */
  readonly isThread: boolean
}

/**
 * True for what stands around an article, or between its parts, without being of it: ways to other pages, comments, offers.
 * Never a part of a table or list by itself. What a library took for the article is so only where it is named so and has little to read but ways out.
 */
export const isFurniture = (
  element: ParsedElement,
  text: Readonly<ElementText>,
  { before, inFlow, isPart, inLink, inSources, isThread }: Surroundings,
): boolean => {
  const names = isThread ? namesInThread : usualNames
  if (text.kept === 0 && isFurnitureElement(element, text)) return true
  const isOnlyCalledSo = (): boolean => (inFlow && isSection(element, text, before)) || isTitleOfParent(element)
  if (text.kept === 0 && saysFurniture(element, text, names) && !isOnlyCalledSo()) return true
  if (isOwnElement(element) || isSkipLink(element) || isWayToTop(element))
    return saysFurniture(element, text) && text.prose === 0
  if (text.all === 0 || !blockElements.has(element.localName) || allowedParents.has(element.localName)) return false
  if (text.all <= LONGEST_LABEL && adLabel.test(collapsedText(element))) return true
  if (text.prose === 0 && isAroundForm(element, text)) return true
  if (text.kept > 0) return isOffer(element, text) || isNamedBeside(element, text, names)
  if (isAroundForm(element, text)) return true
  // Each post of a thread brings links to its author, to itself and to ways to answer.
  if (
    inLink ||
    inSources ||
    (isThread && text.prose > 0) ||
    ((inFlow || isPart) && flowElements.has(element.localName))
  )
    return false
  return text.linked > text.all * (isPart ? MOST_LINKED_OF_PART : MOST_LINKED)
}
