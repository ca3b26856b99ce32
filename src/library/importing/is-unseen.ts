import type { ParsedElement } from './parse-html.ts'

/** True for an element that a page shows to nobody, or that is too small to be seen: a reader misses nothing of it. */
export const isUnseen = (element: ParsedElement): boolean =>
  element.getAttribute('hidden') !== null ||
  /\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b/i.test(element.getAttribute('style') ?? '') ||
  (['width', 'height'] as const).some(side => /^[01](?:px)?$/.test(element.getAttribute(side)?.trim() ?? ''))
