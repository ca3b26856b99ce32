import { isBlank } from './leaf-text.ts'
import { isElement, isText, walk } from './parse-html.ts'
import type { ParsedElement } from './parse-html.ts'

/** Units or pixels a side of the largest drawing that is a sign and not a figure. */
const LARGEST_SIGN = 48

const sizeOf = (element: ParsedElement, side: 'width' | 'height'): number | null => {
  const said = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(element.getAttribute(side) ?? '')?.[1]
  if (said !== undefined) return Number(said)
  const box = element.getAttribute('viewBox') ?? element.getAttribute('viewbox') ?? ''
  const [, , width, height] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const value = side === 'width' ? width : height
  return value === undefined || Number.isNaN(value) ? null : value
}

/** What is shown to nobody, or too small to be seen. */
const isUnseen = (element: ParsedElement): boolean =>
  /\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b/i.test(element.getAttribute('style') ?? '') ||
  (['width', 'height'] as const).some(side => /^[01](?:px)?$/.test(element.getAttribute(side)?.trim() ?? ''))

/** Within a button or a label, or within a link that is not in a figure: there a drawing is a sign. */
const isWithinControl = (element: ParsedElement): boolean => {
  let inLink = false
  for (let around = element.parentNode; around !== null; around = around.parentNode) {
    if (around.localName === 'button' || around.localName === 'label') return true
    if (around.localName === 'figure') return false
    inLink ||= around.localName === 'a'
  }
  return inLink
}

const silentInDrawings: ReadonlySet<string> = new Set(['defs', 'desc', 'symbol', 'title', 'use'])

/** True for a drawing with something in it that is not borrowed from another one. */
const draws = (drawing: ParsedElement): boolean => {
  let found = false
  walk(drawing, node => {
    if (node === drawing) return true
    if (isElement(node) && silentInDrawings.has(node.localName)) return false
    found ||= isElement(node) || (isText(node) && !isBlank(node.nodeValue ?? ''))
    return !found
  })
  return found
}

/** A sign beside words, or a store of such signs, rather than a drawing that says something itself. */
const isSign = (drawing: ParsedElement): boolean => {
  if (!draws(drawing) || isWithinControl(drawing)) return true
  if (
    drawing.getAttribute('aria-hidden') === 'true' ||
    /(?:^|[\s_-])icons?(?=$|[\s_-])|\bfa-/i.test(drawing.getAttribute('class') ?? '')
  )
    return true
  const sides = (['width', 'height'] as const).flatMap(side => sizeOf(drawing, side) ?? [])
  return sides.length > 0 && Math.max(...sides) <= LARGEST_SIGN
}

/** True for a part of a page that is not kept and that a reader would look for: signs, and what is shown to nobody, are none. */
export const isMissed = (element: ParsedElement): boolean =>
  element.getAttribute('hidden') === null && !isUnseen(element) && (element.localName !== 'svg' || !isSign(element))
