/**
 * The elements that canonical content may have, and what other HTML is turned into. What is not named here is dissolved:
 * its tags go, its text stays. docs/file-formats.md describes the outcome.
 */

/** Elements of which nothing is kept, not even their text. Those that never hold any, as `input`, need not be named. */
export const droppedElements: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'button',
  'canvas',
  'datalist',
  'dialog',
  'embed',
  'frameset',
  'head',
  'iframe',
  'map',
  'menuitem',
  'meter',
  'nav',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'optgroup',
  'option',
  'progress',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
])

/** Dropped elements that a reader would miss, with the words that a warning uses for them. */
export const missedElements: ReadonlyMap<string, string> = new Map([
  ['audio', 'audio'],
  ['canvas', 'drawings'],
  ['embed', 'embedded objects'],
  ['iframe', 'embedded pages'],
  ['object', 'embedded objects'],
  ['svg', 'drawings'],
  ['video', 'videos'],
])

/** Inline elements, by the canonical element each becomes. A `span` stays only when it says something of its language. */
export const inlineElements: ReadonlyMap<string, string> = new Map([
  ['a', 'a'],
  ['abbr', 'abbr'],
  ['acronym', 'abbr'],
  ['b', 'strong'],
  ['cite', 'em'],
  ['code', 'code'],
  ['dfn', 'em'],
  ['em', 'em'],
  ['i', 'em'],
  ['kbd', 'code'],
  ['mark', 'mark'],
  ['samp', 'code'],
  ['span', 'span'],
  ['strong', 'strong'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['tt', 'code'],
  ['var', 'em'],
])

/** Elements that begin and end a run of text. All that are neither these, inline nor dropped are taken as inline and dissolved. */
export const blockElements: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'ol',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
])

/** Block elements that hold text themselves, whatever is nested in them. */
export const flatElements: ReadonlySet<string> = new Set([
  'caption',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'listing',
  'plaintext',
  'pre',
  'summary',
  'xmp',
])

/** Block elements that hold text themselves unless there is a block in them. */
export const leafOrContainerElements: ReadonlySet<string> = new Set([
  'blockquote',
  'dd',
  'figcaption',
  'li',
  'p',
  'td',
  'th',
])

/** Block elements that only hold others; they are kept. */
export const containerElements: ReadonlySet<string> = new Set([
  'aside',
  'dl',
  'figure',
  'ol',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
])

/** Where an element may stand; one that stands elsewhere is dissolved (`li` gets a list of its own). */
export const allowedParents: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', new Set(['table'])],
  ['tbody', new Set(['table'])],
  ['thead', new Set(['table'])],
  ['tfoot', new Set(['table'])],
  ['tr', new Set(['tbody', 'thead', 'tfoot'])],
  ['td', new Set(['tr'])],
  ['th', new Set(['tr'])],
  ['li', new Set(['ul', 'ol'])],
  ['dt', new Set(['dl'])],
  ['dd', new Set(['dl'])],
  ['figcaption', new Set(['figure'])],
])

/** Elements that end one another, as an open cell ends where the next cell or row begins, even if the page does not say so. */
export const families: ReadonlyMap<string, string> = new Map([
  ['h1', 'headings'],
  ['h2', 'headings'],
  ['h3', 'headings'],
  ['h4', 'headings'],
  ['h5', 'headings'],
  ['h6', 'headings'],
  ['li', 'list'],
  ['dt', 'terms'],
  ['dd', 'terms'],
  ['td', 'table'],
  ['th', 'table'],
  ['tr', 'table'],
  ['tbody', 'table'],
  ['thead', 'table'],
  ['tfoot', 'table'],
  ['caption', 'table'],
])

/** The child that an element needs around content that may not stand in it directly. */
export const requiredChild: ReadonlyMap<string, string> = new Map([
  ['table', 'tbody'],
  ['tbody', 'tr'],
  ['thead', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td'],
  ['ul', 'li'],
  ['ol', 'li'],
  ['dl', 'dd'],
])
