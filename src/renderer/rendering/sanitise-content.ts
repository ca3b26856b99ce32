import DOMPurify from 'dompurify'

const elements = [
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'colgroup', 'col',
  'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption', 'img', 'blockquote', 'pre', 'code', 'kbd', 'samp',
  'var', 'aside', 'section', 'header', 'footer', 'div', 'span', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'small',
  'sub', 'sup', 'a', 'abbr', 'cite', 'dfn', 'q', 'mark', 'time', 'br', 'hr', 'bdi', 'bdo', 'wbr', 'ruby', 'rt', 'rp',
]

const attributes = [
  'id', 'lang', 'dir', 'title', 'href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'scope', 'headers', 'span',
  'start', 'reversed', 'value', 'type', 'datetime', 'cite', 'data-block', 'data-kind', 'data-aside', 'class',
]

/**
 * The one place where an article's HTML becomes DOM. The importer has rebuilt it from an allow-list already; it is
 * checked again here, because a library's files can be changed by others. Nothing that it lets through can run, load
 * from elsewhere or submit: no scripts, styles, frames, forms, event handlers, and pictures only from `data:`.
 */
export function sanitiseContent(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: elements,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml);)/i,
    RETURN_DOM_FRAGMENT: true,
  })
}
