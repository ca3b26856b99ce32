import { drawingElements } from '#core/article/drawing-vocabulary.ts'

/** Elements that are empty in HTML, too. */
const emptyInHtml = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

const emptyElement = /<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi

/** Gives the elements of XHTML that are closed where they begin an end tag of their own. */
export const expandAllEmptyElements = (html: string): string =>
  html.replace(emptyElement, (tag, name: string, attributes: string) =>
    emptyInHtml.test(name) ? tag : `<${name}${attributes}></${name}>`,
  )

/** Elements of drawings and formulas that HTML has none of by the same name, and that may be closed where they begin in any page. */
const foreignNames: ReadonlySet<string> = new Set(
  [
    ...drawingElements.filter(name => name !== 'style'),
    ...'metadata desc filter set view animate animateMotion animateTransform mpath switch foreignObject'.split(' '),
    ...'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR'.split(
      ' ',
    ),
    ...'feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset feTile feTurbulence'.split(' '),
    ...'mi mn mo mtext mspace ms mrow mtr mtd mprescripts none maligngroup malignmark mphantom mpadded'.split(' '),
  ].map(name => name.toLowerCase()),
)

/**
 * Gives elements of drawings and formulas that are closed where they begin an end tag of their own, which means the same within drawings and formulas,
 * and outside of them that they end.
 */
export const expandForeignElements = (html: string): string =>
  html.replace(emptyElement, (tag, name: string, attributes: string) =>
    foreignNames.has(name.toLowerCase()) ? `<${name}${attributes}></${name}>` : tag,
  )

/**
 * XHTML may close an element where it begins (`<script src="a.js"/>`, `<a id="b"/>`); read as HTML such an element would take in all
 * that follows. In a file with an XML declaration these get an end tag of their own. Other files are as browsers take them.
 */
export const expandEmptyElements = (html: string): string =>
  /^\s*<\?xml\s/.test(html) ? expandAllEmptyElements(html) : html
