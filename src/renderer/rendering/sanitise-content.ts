import DOMPurify from 'dompurify'

// The elements and attributes of canonical content; src/library/importing/canonical-elements.ts says how it is made.
const elements = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'figure',
  'figcaption',
  'img',
  'blockquote',
  'pre',
  'code',
  'aside',
  'span',
  'em',
  'strong',
  'sub',
  'sup',
  'a',
  'abbr',
  'mark',
  'br',
]
const attributes = [
  'id',
  'lang',
  'dir',
  'title',
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'reversed',
  'role',
  'data-block',
]
/** The one role that content may give itself: it says what a paragraph is, and does nothing. */
const SUBTITLE = 'doc-subtitle'

/**
 * The one place where an article's HTML becomes DOM. The importer has rebuilt it from an allow-list already; it is
 * checked again here, because a library's files can be changed by others. Nothing that it lets through can run, load
 * from elsewhere or submit: no scripts, styles, frames, forms, event handlers, and pictures only from `data:`.
 */
export function sanitiseContent(html: string): DocumentFragment {
  const content = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: elements,
    ALLOWED_ATTR: attributes,
    // All others hold no address, and so need not look like one.
    ADD_URI_SAFE_ATTR: attributes.filter(name => name !== 'href' && name !== 'src'),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|data:image\/(?:png|jpeg|gif|webp|avif);)/i,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const element of content.querySelectorAll(`[role]:not([role='${SUBTITLE}'])`)) element.removeAttribute('role')
  return content
}
