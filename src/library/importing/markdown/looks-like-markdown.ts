/**
 * Marks of Markdown that plain text and mail do not use, or seldom: each with what it counts for and how often it has to be there. What may be
 * inside of one is limited, so that a mark which opens many thousand times and never closes is not looked for to the end each time.
 */
const marks: readonly { readonly pattern: RegExp; readonly counts: number; readonly times: number }[] = [
  {
    pattern: /^---[ \t]*\r?\n[\w-]+:.*\r?\n(?:(?:[ \t-]|\w[\w-]*:).*\r?\n)*?(?:---|\.\.\.)[ \t]*$/mu,
    counts: 2,
    times: 1,
  },
  { pattern: /^#{1,6} +\S/gmu, counts: 1, times: 1 },
  { pattern: /^#{2,6} +\S/gmu, counts: 1, times: 1 },
  { pattern: /^(?:```|~~~)/gmu, counts: 2, times: 2 },
  { pattern: /!?\[[^\]\n]{1,299}\]\((?:<[^>\n]{1,299}>|[^)\s]{1,299})(?: "[^"\n]{0,299}")?\)/gu, counts: 2, times: 1 },
  { pattern: /^ {0,3}\[[^\]\n]+\]: +\S/gmu, counts: 1, times: 1 },
  { pattern: /\[\^[^\]\s]{1,99}\]/gu, counts: 1, times: 2 },
  { pattern: /(?:^|[\s(])(?:\*\*|__)\S(?:[^\n]{0,299}?\S)?(?:\*\*|__)(?=$|[\s).,;:!?])/gmu, counts: 1, times: 1 },
  { pattern: /(?:^|[\s(])\*[^\s*](?:[^\n*]*[^\s*])?\*(?=$|[\s).,;:!?])/gmu, counts: 1, times: 2 },
  { pattern: /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/gmu, counts: 2, times: 1 },
  { pattern: /^[-*+] \[[ xX]\] /gmu, counts: 2, times: 1 },
  { pattern: /^[-*+] +\S/gmu, counts: 0.5, times: 2 },
  { pattern: /(?:^|[^`])`[^`\n]+`(?!`)/gu, counts: 0.5, times: 2 },
  { pattern: /^> ?\S/gmu, counts: 0.5, times: 1 },
]

/** What the marks have to come to. */
const ENOUGH = 2

/** Whether a text is written in Markdown: told by its marks, as nothing in the file says so. */
export const looksLikeMarkdown = (text: string): boolean => {
  let score = 0
  for (const { pattern, counts, times } of marks) {
    const found = pattern.global ? (text.match(pattern)?.length ?? 0) : Number(pattern.test(text))
    if (found >= times) score += counts
    if (score >= ENOUGH) return true
  }
  return false
}
