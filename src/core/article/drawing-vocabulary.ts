/**
 * The part of SVG that a kept drawing may have (https://www.w3.org/TR/SVG2/): what draws something that stands still. There is nothing in it that
 * runs, that is HTML, that changes by itself, and no address but places in the drawing and pictures of points in the drawing itself. Filters are not
 * among it: what they cost to draw has no limit.
 */

/** Elements that draw something where they stand. */
export const drawnElements: readonly string[] = [
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'use',
  'image',
]

/** Elements that hold what is drawn elsewhere, when something refers to them. */
export const definingElements: readonly string[] = ['defs', 'symbol', 'clipPath', 'mask', 'pattern', 'marker']

/** Elements that hold characters. */
export const wordElements: readonly string[] = ['text', 'tspan', 'textPath']

export const drawingElements: readonly string[] = [
  'svg',
  'g',
  'style',
  'linearGradient',
  'radialGradient',
  'stop',
  ...drawnElements,
  ...definingElements,
  ...wordElements.filter(name => !drawnElements.includes(name)),
]

/** What may be said of an element in its attributes as well as by style rules. */
const drawingProperties: readonly string[] = [
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit',
  'stroke-dasharray stroke-dashoffset vector-effect paint-order opacity color color-interpolation display visibility overflow',
  'clip-path clip-rule mask mask-type marker marker-start marker-mid marker-end stop-color stop-opacity',
  'font font-family font-size font-style font-weight font-variant font-stretch text-anchor text-decoration letter-spacing',
  'word-spacing dominant-baseline alignment-baseline baseline-shift direction writing-mode unicode-bidi white-space',
  'shape-rendering text-rendering image-rendering mix-blend-mode isolation background background-color',
  'transform transform-origin transform-box',
].flatMap(names => names.split(' '))

const shapeAttributes = [
  'id class style href d points pathLength viewBox preserveAspectRatio',
  'x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy rotate offset width height',
  'gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits',
  'patternUnits patternContentUnits patternTransform markerWidth markerHeight markerUnits refX refY orient',
  'textLength lengthAdjust startOffset method spacing',
].flatMap(names => names.split(' '))

export const drawingAttributes: readonly string[] = [...shapeAttributes, ...drawingProperties]

const properties: ReadonlySet<string> = new Set(drawingProperties)

/** A place in the drawing; ids are numbers, so that none can be taken for a name of anything else. */
const placeWithin = /url\(#i\d+\)/g

const drawingFunctions: ReadonlySet<string> = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark matrix translate translateX translateY scale scaleX scaleY rotate skewX skewY'.split(
    ' ',
  ),
)

/** Signs by which a value could end, begin a comment, escape, or call something; most values have none of them. */
const telling = /[\\@<>{}:;"(]|\/[*/]/
const forbidden = /[\\@<>{}:;"]|\/[*/]/

/** A bracket with the name before it, which is read backwards: each letter once, however many no bracket follows. */
const called = /\((?<=([\w-]*)\s*\()/g

/** Whether a value says a number, a colour, a word or a shape, and no address but a place in the drawing. */
const isPlainValue = (value: string): boolean => {
  if (!telling.test(value)) return true
  const rest = value.replaceAll(placeWithin, '')
  if (forbidden.test(rest)) return false
  return [...rest.matchAll(called)].every(([, name = '']) => drawingFunctions.has(name))
}

/** Clips and masks are not inherited; one that is taken over where it is asked for would be drawn more often than it is counted. */
const takesOver = (property: string, value: string): boolean =>
  (property === 'clip-path' || property === 'mask') && /inherit/i.test(value)

const isPlainProperty = (property: string, value: string): boolean => isPlainValue(value) && !takesOver(property, value)

/** Whether declarations (`fill:red;stroke:#000`) say plain values of the properties that a drawing may have. */
export const areDeclarations = (written: string): boolean =>
  written.split(';').every(declaration => {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, colon)
    return properties.has(property) && isPlainProperty(property, declaration.slice(colon + 1))
  })

/** Elements, classes and ids, one in or after another: no attributes, whose values could be asked for letter by letter. */
const selectors = /^[\w\s.#*>+~:(),-]+$/

/** Characters of one selector. */
const LONGEST_SELECTOR = 1_000

/** Whether a rule without its last brace (`rect,.a{fill:red`) is for elements of the drawing, and says nothing but what declarations may. */
export const isStyleRule = (written: string): boolean => {
  const brace = written.indexOf('{')
  const about = written.slice(0, brace)
  return (
    brace > 0 &&
    selectors.test(about) &&
    about.split(',').every(selector => selector.length <= LONGEST_SELECTOR) &&
    areDeclarations(written.slice(brace + 1))
  )
}

/** Whether a style sheet consists of such rules. */
export const isStyleSheet = (written: string): boolean => {
  const rules = written.split('}')
  return rules.pop() === '' && rules.every(isStyleRule)
}

export const pictureWithin = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/
const place = /^#i\d+$/

/** Whether an attribute of a drawing may have a value. Says nothing of whether the attribute is allowed at all. */
export const isDrawingValue = (attribute: string, value: string): boolean => {
  switch (attribute) {
    case 'id':
      return /^i\d+$/.test(value)
    case 'href':
      return place.test(value) || pictureWithin.test(value)
    case 'class':
      return /^[\w-]+(?: [\w-]+)*$/.test(value)
    case 'style':
      return areDeclarations(value)
    default:
      return isPlainProperty(attribute, value)
  }
}

/** The places in the drawing that a value refers to, by their ids. */
export const placesIn = (value: string): readonly string[] =>
  [...value.matchAll(/#(i\d+)\)/g), ...(place.test(value) ? [[value, value.slice(1)]] : [])].map(([, id = '']) => id)

/** Options of DOMPurify that leave a kept drawing as it is, and of anything else only what a drawing may have. */
export const drawingPurifierOptions = {
  PARSER_MEDIA_TYPE: 'application/xhtml+xml' as const,
  ALLOWED_TAGS: [...drawingElements],
  ALLOWED_ATTR: ['xmlns', ...drawingAttributes],
  ADD_URI_SAFE_ATTR: drawingAttributes.filter(name => name !== 'href'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:#i\d+$|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/,
}
