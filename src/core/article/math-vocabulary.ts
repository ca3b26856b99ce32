/**
 * The part of MathML that canonical content may have: the elements of MathML Core that draw something
 * (https://www.w3.org/TR/mathml-core/), without those that link, colour, act or carry another language. The words of a formula are the
 * characters of its tokens, one after the other.
 */

/** Elements that hold characters. */
export const mathTokens: readonly string[] = ['mi', 'mn', 'mo', 'ms', 'mtext']

/** Elements whose children each have a meaning by their place, with how many there are. */
export const mathPlaces: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  msubsup: 3,
  munder: 2,
  mover: 2,
  munderover: 3,
}

/** Elements that hold any number of others. */
export const mathRows: readonly string[] = [
  'math',
  'mrow',
  'mstyle',
  'mpadded',
  'mphantom',
  'merror',
  'msqrt',
  'mmultiscripts',
  'mtable',
  'mtr',
  'mtd',
]

/** Elements that hold nothing. */
export const mathBlanks: readonly string[] = ['mspace', 'mprescripts', 'none']

export const mathElements: readonly string[] = [...mathRows, ...mathTokens, ...Object.keys(mathPlaces), ...mathBlanks]

const truth = /^(?:true|false)$/
const length = /^[+-]?(?:\d{1,4}|\d{0,4}\.\d{1,6})(?:em|ex|px|pt|pc|cm|mm|in|%)?$/

/** What each attribute of a formula may say; `width` and `height` are those of pictures as well. */
export const mathAttributes: ReadonlyMap<string, RegExp> = new Map([
  ['display', /^(?:block|inline)$/],
  ['displaystyle', truth],
  ['scriptlevel', /^[+-]?\d$/],
  ['mathvariant', /^[a-z-]{1,24}$/],
  ['stretchy', truth],
  ['symmetric', truth],
  ['largeop', truth],
  ['movablelimits', truth],
  ['fence', truth],
  ['separator', truth],
  ['accent', truth],
  ['accentunder', truth],
  ['form', /^(?:prefix|infix|postfix)$/],
  ['linethickness', length],
  ['lspace', length],
  ['rspace', length],
  ['minsize', length],
  ['maxsize', length],
  ['depth', length],
  ['voffset', length],
  ['columnspan', /^[1-9]\d{0,2}$/],
])

/** What `width` and `height` may say in a formula. */
export const isMathLength = (value: string): boolean => length.test(value)
