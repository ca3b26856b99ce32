import type { AnchorSelectors } from '#core/anchoring/anchor-all.ts'

/**
 * Whether a passage stands where it was made, with the same words in it and the same text on both sides. Nothing else has
 * to be looked at then: it is how almost every mark is placed when an article is opened, in microseconds each.
 */
export function standsInPlace(text: string, { quote, position }: AnchorSelectors): boolean {
  const { exact, prefix, suffix } = quote
  if (position === undefined || exact === '' || position.end !== position.start + exact.length) return false
  const { start, end } = position
  return (
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    // No context was kept only where there was no text.
    (prefix === '' ? start === 0 : text.startsWith(prefix, start - prefix.length)) &&
    (suffix === '' ? end === text.length : text.startsWith(suffix, end))
  )
}
