import { drawingPurifierOptions, isDrawingValue, isStyleSheet } from '#core/article/drawing-vocabulary.ts'
import { DRAWING_NAMESPACE } from '#core/article/drawing-start.ts'
import { escapeText } from '../canonical-markup.ts'
import { loadPurifier } from '../purify-content.ts'
import type { PurifiedNode } from '../purify-content.ts'
import { writeElement } from './write-drawing.ts'

/** Goes from child to child: the lists of jsdom look anew at each of their places. */
const writeInside = (node: PurifiedNode, isAround: boolean): string => {
  let written = ''
  for (let child = node.firstChild; child !== null; child = child.nextSibling) written += writeNode(child, isAround)
  return written
}

const writeNode = (node: PurifiedNode, isRoot: boolean): string => {
  if (node.nodeType === 3) return escapeText(node.nodeValue ?? '')
  if (node.nodeType !== 1) return ''
  const kept = [...node.attributes].filter(({ name, value }) =>
    name === 'xmlns' ? isRoot && value === DRAWING_NAMESPACE : isDrawingValue(name, value),
  )
  // It does not look at what rules say.
  if (node.localName === 'style' && !isStyleSheet(node.textContent ?? '')) return ''
  return writeElement(
    node.localName,
    kept.map(({ name, value }) => [name, value]),
    writeInside(node, false),
  )
}

/**
 * Has DOMPurify look at a drawing that has been rebuilt, read as browsers read it: as XML. What it leaves is written as the importer writes, so that a
 * drawing with nothing amiss comes back byte for byte.
 */
export const purifyDrawing = async (drawing: string): Promise<string> => {
  const purifier = await loadPurifier()
  const body: unknown = purifier.sanitize(drawing, { ...drawingPurifierOptions, RETURN_DOM: true })
  return body === null ? '' : writeInside(body as PurifiedNode, true)
}
