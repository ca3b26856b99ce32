import type { Span } from '#core/text/span.ts'
import { wholeGraphemes } from '#core/text/whole-graphemes.ts'
import { offsetAtPoint, rangeOf } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'

/** The span without white space at its ends; null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return start < end ? { start, end } : null
}

/** Whether any part of the selection lies in the article, wherever it begins and ends. */
export const touchesArticle = (dom: ArticleDom, selection: Selection): boolean =>
  selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(dom.root)

/** What is selected in the article, as a span of whole characters without white space at its ends; null when that is nothing. */
export function spanOfSelection(dom: ArticleDom, text: string, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || !touchesArticle(dom, selection)) return null
  const range = selection.getRangeAt(0)
  const startsInside = dom.root.contains(range.startContainer)
  const endsInside = dom.root.contains(range.endContainer)
  if (!startsInside && !endsInside && !range.commonAncestorContainer.contains(dom.root)) return null
  const start = startsInside ? offsetAtPoint(dom, range.startContainer, range.startOffset, 'start') : 0
  const end = endsInside ? offsetAtPoint(dom, range.endContainer, range.endOffset, 'end') : text.length
  return end > start ? trimSpan(text, wholeGraphemes(text, { start, end })) : null
}

/** Makes a span the window's selection. */
export function selectSpan(dom: ArticleDom, span: Span): void {
  const range = rangeOf(dom, span)
  const selection = document.getSelection()
  if (range === null || selection === null) return
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
