import { tagsOf } from './html-tags.ts'

/** What a reader is told of a page that may be only the first part of one. */
export const BROKEN_OFF =
  'The page has no end, as if it had not been loaded or saved as a whole: its last part may be missing.'

/** Elements that nothing but their own end tag ends (HTML standard, 13.1.2.4). Links are none of them, for old pages never end their anchors. */
const needEnd: ReadonlySet<string> = new Set(
  (
    'article aside blockquote button div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header iframe main math nav noscript ol ' +
    'pre script section select style svg table template textarea title ul video'
  ).split(' '),
)

/** Whether a page ends within a comment, a tag, or an element that needs an end. */
const endsWithin = (html: string): boolean => {
  if (html.lastIndexOf('<!--') > html.lastIndexOf('-->')) return true
  const last = html.lastIndexOf('<')
  if (last > html.lastIndexOf('>') && /^<(?:[a-z/!?]|$)/i.test(html.slice(last, last + 2))) return true
  const open = new Map<string, number>()
  for (const { name, isEnd } of tagsOf(html)) {
    if (!needEnd.has(name)) continue
    const count = open.get(name) ?? 0
    open.set(name, isEnd ? Math.max(0, count - 1) : count + 1)
  }
  return [...open.values()].some(count => count > 0)
}

/**
 * Whether a page that has tags for its beginning has none for its end, and ends where no page does. The end of the body and of the page alone may be left
 * out, which old pages and programs that make pages small do though they keep the beginning for its attributes.
 */
export const breaksOff = (html: string): boolean =>
  /<body[\s>]/i.test(html) && !/<\/(?:body|html)\s*>/i.test(html) && endsWithin(html)
