import DOMPurify from 'dompurify'
import { isCanonicalValue, purifierOptions, strictAttributes } from '#core/article/canonical-vocabulary.ts'

const looked = strictAttributes.map(name => `[${name}]`).join()

const MATHML = 'http://www.w3.org/1998/Math/MathML'

/**
 * The one place where an article's HTML becomes DOM. The importer has rebuilt it from an allow-list already and had it
 * purified; it is done again here, because a library's files can be changed by others. Nothing that it lets through can run,
 * load from elsewhere or submit: no scripts, styles, frames, forms, event handlers, pictures only from `data:`, and no `id`
 * or role that could be taken for one of the program's. The fragment belongs to a document of its own: nothing in it loads
 * before it is put into the page.
 */
export function sanitiseContent(html: string): DocumentFragment {
  const content = DOMPurify.sanitize(html, { ...purifierOptions, RETURN_DOM_FRAGMENT: true })
  for (const element of content.querySelectorAll(looked)) {
    for (const name of strictAttributes) {
      const value = element.getAttribute(name)
      if (value !== null && !isCanonicalValue(name, value)) element.removeAttribute(name)
    }
  }
  // A formula holds its own elements only: where others could stand in one, parsers do not agree on what they are.
  for (const element of content.querySelectorAll('math *'))
    if (element.namespaceURI !== MATHML) element.replaceWith(element.textContent ?? '')
  return content
}
