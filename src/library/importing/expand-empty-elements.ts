/** Elements that are empty in HTML, too. */
const emptyInHtml = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

const emptyElement = /<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi

/** Gives the elements of XHTML that are closed where they begin an end tag of their own. */
export const expandAllEmptyElements = (html: string): string =>
  html.replace(emptyElement, (tag, name: string, attributes: string) =>
    emptyInHtml.test(name) ? tag : `<${name}${attributes}></${name}>`,
  )

/**
 * XHTML may close an element where it begins (`<script src="a.js"/>`, `<a id="b"/>`); read as HTML such an element would take in all
 * that follows. In a file with an XML declaration these get an end tag of their own. Other files are as browsers take them.
 */
export const expandEmptyElements = (html: string): string =>
  /^\s*<\?xml\s/.test(html) ? expandAllEmptyElements(html) : html
