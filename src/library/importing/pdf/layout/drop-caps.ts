import { endOf } from './page-text.ts'
import type { TextItem } from './page-text.ts'

/** How many times as large as the text beside it a letter is that opens a paragraph over several lines. */
const LARGER = 1.8

/**
 * Puts a letter that is set over several lines before the first of them, where it is read: with that line's baseline and size, and its
 * own place on the page.
 */
export const settleDropCaps = (items: readonly TextItem[], bodySize: number): readonly TextItem[] => {
  const caps = items.filter(({ text, size }) => size >= LARGER * bodySize && /^["“‘]?\p{Lu}$/u.test(text.trim()))
  if (caps.length === 0 || caps.length > 20) return items
  const settled = new Map<TextItem, TextItem>()
  for (const cap of caps) {
    const beside = items
      .filter(
        item =>
          item.size < cap.size / 1.5 &&
          item.x >= endOf(cap) - 0.1 * cap.size &&
          item.x - endOf(cap) < 1.5 * bodySize &&
          item.baseline < cap.baseline + 0.3 * bodySize &&
          item.baseline > cap.baseline - cap.size * 1.1,
      )
      .toSorted((a, b) => a.baseline - b.baseline)
    const [first] = beside
    const lines = new Set(beside.map(({ baseline }) => Math.round(baseline)))
    if (first === undefined || lines.size < 2) continue
    // Close to the first letter of the line, so that both are one word.
    const width = Math.min(cap.width, Math.max(1, first.x - cap.x))
    settled.set(cap, { ...cap, baseline: first.baseline, size: first.size, width, x: first.x - width })
  }
  return settled.size === 0 ? items : items.map(item => settled.get(item) ?? item)
}
