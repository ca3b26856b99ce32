import { assetOfReference } from './asset.ts'
import { mathAttributes, mathElements } from './math-vocabulary.ts'

/**
 * What canonical content may consist of: the one list that the importer writes by, that the purifier at import and the one
 * before rendering hold it to, and that `check` looks for. docs/file-formats.md describes what the parts mean.
 */
export const canonicalElements: readonly string[] = [
  'h1 h2 h3 h4 h5 h6 p blockquote pre aside',
  'ul ol li dl dt dd',
  'table caption thead tbody tfoot tr th td',
  'figure figcaption img',
  'a abbr br code em mark span strong sub sup',
  ...mathElements,
].flatMap(names => names.split(' '))

export const canonicalAttributes: readonly string[] = [
  'id data-block role lang dir title',
  'href src alt width height',
  'colspan rowspan scope start reversed',
  ...mathAttributes.keys(),
].flatMap(names => names.split(' '))

const rasterImage = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/]+=*$/i
/** Of older articles; an importer of today makes files of the pictures that a page carries in itself. */
const isPicture = { test: (value: string) => rasterImage.test(value) || assetOfReference(value) !== null }
const linkTarget = /^(?:https?:\/\/|mailto:|#[bs]\d+$)/i
const blockOrSection = /^[bs]\d+$/
/** The one role that content may give itself: it says what a paragraph is, and does nothing. */
const subtitle = /^doc-subtitle$/

/**
 * Attributes whose value does something beyond its element, with what it may be. An `id` or a role of the content's own choosing
 * could take the place of one of the program's, a link or picture lead anywhere.
 */
const strictValues: ReadonlyMap<string, { test(value: string): boolean }> = new Map([
  ['id', blockOrSection],
  ['data-block', /^b\d+$/],
  ['role', subtitle],
  ['href', linkTarget],
  ['src', isPicture],
  ...mathAttributes,
])

/** The attributes that stand for what `isCanonicalValue` looks at. */
export const strictAttributes: readonly string[] = [...strictValues.keys()]

/** Whether an attribute of canonical content may have a value. Says nothing of whether the attribute is allowed at all. */
export const isCanonicalValue = (attribute: string, value: string): boolean =>
  strictValues.get(attribute)?.test(value) ?? true

/**
 * Options of DOMPurify that leave canonical content as it is, and of anything else only what is canonical. It knows one rule for
 * all addresses, so that links and pictures have to be looked at by `isCanonicalValue` afterwards.
 */
export const purifierOptions = {
  // DOMPurify begins with the element around all content, and where that one may not be, it makes a copy of all that stands in it.
  ALLOWED_TAGS: [...canonicalElements, 'body'],
  ALLOWED_ATTR: [...canonicalAttributes],
  // All others hold no address, and so need not look like one.
  ADD_URI_SAFE_ATTR: canonicalAttributes.filter(name => name !== 'href' && name !== 'src'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|assets\/|data:image\/(?:png|jpeg|gif|webp|avif);)/i,
}
