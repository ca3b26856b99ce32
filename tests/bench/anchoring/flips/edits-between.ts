import type { Edit } from '../edited-text.ts'

const pieces = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? []

/** The edits, words and signs as units, that make `after` of `before`: what a longest common subsequence leaves. */
export const editsBetween = (before: string, after: string): Edit[] => {
  const a = pieces(before)
  const b = pieces(after)
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const edits: Edit[] = []
  let offset = 0
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && a[i] === b[j]) {
      offset += a[i]?.length ?? 0
      i++
      j++
      continue
    }
    const start = offset
    let text = ''
    while ((i < a.length || j < b.length) && !(i < a.length && a[i] === b[j])) {
      if (j < b.length && (i === a.length || at(i, j + 1) >= at(i + 1, j))) text += b[j++] ?? ''
      else offset += a[i++]?.length ?? 0
    }
    edits.push({ start, end: offset, text })
  }
  return edits
}
