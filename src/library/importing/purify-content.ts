import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DOMPurify, WindowLike } from 'dompurify'
import { mathElements } from '#core/article/math-vocabulary.ts'
import { isCanonicalValue, purifierOptions } from '#core/article/canonical-vocabulary.ts'
import { emptyElements, escapeText, startTag } from './canonical-markup.ts'
import { elementParts } from './element-parts.ts'

/** Characters that are purified at once, in UTF-16 units: a DOM for all of a long book would take hundreds of megabytes. */
const PIECE_LENGTH = 60_000

/** An element of more characters is taken in parts. */
const LONG_ELEMENT = 2 * PIECE_LENGTH

const makePurifier = async (): Promise<DOMPurify> => {
  const [{ JSDOM }, { default: purifierFor }] = await Promise.all([import('jsdom'), import('dompurify')])
  // Without options jsdom runs no script and loads nothing.
  const purifier = purifierFor(new JSDOM('').window as WindowLike)
  // DOMPurify gives back what it is given, unchanged, where it cannot work.
  if (!purifier.isSupported) throw new Error('The purifier does not work with this version of its DOM.')
  return purifier
}

let loading: Promise<DOMPurify> | undefined

/** jsdom takes half a second to load, so that it is loaded once, and only by those who import. */
export const loadPurifier = (): Promise<DOMPurify> => (loading ??= makePurifier())

/** What is read of a purified element; it nests no deeper than the importer lets content nest. */
export interface PurifiedNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly localName: string
  readonly textContent: string | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly firstChild: PurifiedNode | null
  readonly nextSibling: PurifiedNode | null
  hasAttributes(): boolean
}

const mathNames: ReadonlySet<string> = new Set(mathElements)

/** In a formula only its own elements stand, and none of them outside of one; of others the words are kept. */
const isMisplaced = ({ localName }: PurifiedNode, inMath: boolean): boolean =>
  localName !== 'math' && mathNames.has(localName) !== inMath

const writeNode = (node: PurifiedNode, inMath: boolean): string => {
  if (node.nodeType === 3) return escapeText(node.nodeValue ?? '')
  if (node.nodeType !== 1) return ''
  if (isMisplaced(node, inMath)) return escapeText(node.textContent ?? '')
  const { localName } = node
  const start = startTag(localName, node.hasAttributes() ? keptAttributes(node) : [])
  return emptyElements.has(localName)
    ? start
    : `${start}${writeInside(node, inMath || localName === 'math')}</${localName}>`
}

const keptAttributes = ({ attributes }: PurifiedNode): [string, string][] =>
  Array.from(attributes, ({ name, value }): [string, string] => [name, value]).filter(([name, value]) =>
    isCanonicalValue(name, value),
  )

/** Goes from child to child: the lists of jsdom look anew at each of their places. */
const writeInside = (node: PurifiedNode, inMath: boolean): string => {
  let written = ''
  for (let child = node.firstChild; child !== null; child = child.nextSibling) written += writeNode(child, inMath)
  return written
}

const options = { ...purifierOptions, RETURN_DOM: true }

const purifyPiece = (purifier: DOMPurify, piece: string): string => {
  const body: unknown = purifier.sanitize(piece, options)
  // A set of frames has no body.
  return body === null ? '' : writeInside(body as PurifiedNode, false)
}

/**
 * What is left of an element that is too long for one DOM, part by part. Null when the purifier leaves something else of the elements around a
 * part than they are, and when their start tags, which stand around each part, are longer than a part is: looked at as often, they would come to hundreds of times the element.
 */
const purifyParts = async (purifier: DOMPurify, element: string): Promise<string | null> => {
  const purified: string[] = []
  for (const { before, html, after } of elementParts(element, PIECE_LENGTH)) {
    if (before.length > PIECE_LENGTH) return null
    const pure = purifyPiece(purifier, before + html + after)
    if (pure.length < before.length + after.length || !pure.startsWith(before) || !pure.endsWith(after)) return null
    purified.push(pure.slice(before.length, pure.length - after.length))
    await nextTurn()
  }
  return purified.join('')
}

/**
 * Has DOMPurify look at canonical content before it is kept: the second wall, which shares no code with the rebuild that comes before
 * it. What it leaves is written as the importer writes, so that content with nothing amiss comes back byte for byte.
 * @param elements the content's top-level elements, each with what follows it
 */
export const purifyContent = async (elements: readonly string[]): Promise<string> => {
  const purifier = await loadPurifier()
  const purified: string[] = []
  let piece = ''
  const end = async (): Promise<void> => {
    if (piece === '') return
    purified.push(purifyPiece(purifier, piece))
    piece = ''
    await nextTurn()
  }
  for (const element of elements) {
    const isLong = element.length > LONG_ELEMENT
    if (isLong) await end()
    const parts = isLong ? await purifyParts(purifier, element) : null
    if (parts === null) piece += element
    else purified.push(parts)
    if (piece.length >= PIECE_LENGTH) await end()
  }
  await end()
  return purified.join('')
}
