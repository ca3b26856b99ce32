import { slugOf } from './slug-of.ts'
import type { ElementText } from './element-texts.ts'
import { allowedParents, blockElements } from '../canonical-elements.ts'
import { collapsedText, isElement, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** Elements and roles that say of themselves that they are no part of the article. */
const furnitureElements: ReadonlySet<string> = new Set(['footer', 'form', 'nav', 'search'])
const furnitureRoles: ReadonlySet<string> = new Set([
  'alert',
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

/** Words that pages name such parts by. */
const words =
  'ad|ads|advert\\w*|banner|breadcrumbs?|comments?|comment\\w+|cookie\\w*|copyright|disqus\\w*|feedback|footer|forum|gdpr|livefyre|login|masthead|menu|modal|most-?(?:popular|read|viewed)|nav\\w*|newsletter\\w*|outbrain|pagination|pager|paywall|popular|popup|promo\\w*|rail|recirc\\w*|recommend\\w*|register|related\\w*|replies|respond|rss|share\\w*|sharing|shoutbox|sidebar\\w*|signin|signup|skip\\w*|social\\w*|sponsor\\w*|subscri\\w*|taboola|tags?|teasers?|toolbar|toolbox|tools|trending|widget\\w*'

/** In a class, the word may stand among others. */
const furnitureClass = new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])|(?:^|\\s)(?:hide|hidden)(?=$|\\s)`, 'i')

/** An id has to be the word, because programs that write documents make ids of headings. */
const furnitureId = new RegExp(
  `^(?:${words})(?:[_-]?(?:area|articles|bar|block|box|container|content|links|list|posts|section|stories|thread|wrap|wrapper|\\d+))*$`,
  'i',
)

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
const wrappers: ReadonlySet<string> = new Set(['aside', 'div', 'ol', 'section', 'ul'])

/** The share of an element's text in links from which on it is a list of ways out. */
const MOST_LINKED = 0.4

/** Camel case told apart, as programs make names. */
const wordsOf = (names: string): string => names.replace(/([a-z\d])([A-Z])/g, '$1-$2')

/** The first heading inside an element. */
const headingIn = (element: ParsedElement): string => {
  let heading: string | null = null
  walk(element, (node: ParsedNode) => {
    if (heading === null && isElement(node) && /^h[1-6]$/.test(node.localName)) heading = collapsedText(node)
    return heading === null
  })
  return heading ?? ''
}

/** Named so, and not after a heading of its own. */
const isNamed = (element: ParsedElement): boolean => {
  if (furnitureClass.test(wordsOf(element.getAttribute('class') ?? ''))) return true
  const id = element.getAttribute('id') ?? ''
  return furnitureId.test(wordsOf(id)) && slugOf(headingIn(element)) !== slugOf(id)
}

const isHidden = (element: ParsedElement): boolean =>
  /\bdisplay\s*:\s*none\b/i.test(element.getAttribute('style') ?? '')

/**
 * True for what stands around an article, or between its parts, without being of it: ways to other pages, comments, offers.
 * Never a part of a table or list by itself. What a library took for the article is so only where it is named so and has no running text.
 * @param inFlow it stands beside text of the article
 */
export const isFurniture = (element: ParsedElement, text: Readonly<ElementText>, inFlow: boolean): boolean => {
  if (text.all === 0 || !blockElements.has(element.localName) || allowedParents.has(element.localName)) return false
  if (text.kept > 0) return text.prose === 0 && wrappers.has(element.localName) && isNamed(element)
  if (furnitureElements.has(element.localName) || furnitureRoles.has(element.getAttribute('role')?.trim() ?? ''))
    return true
  if (isHidden(element) || isNamed(element)) return true
  return text.linked > text.all * MOST_LINKED && !(inFlow && flowElements.has(element.localName))
}
