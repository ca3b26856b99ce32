import type { MarkdownIt } from 'markdown-it'

/** Characters of the longest formula that is looked for: an amount of money is not the start of one to the end of a book. */
const LONGEST = 4_000

/** A formula as pages for MathJax have it; what ends the element ends nothing in TeX. */
const formula = (tex: string, display: boolean): string =>
  `<script type="math/tex${display ? '; mode=display' : ''}">${tex.replaceAll('</', '< /')}</script>`

/** The text that was searched last for a sign that ends a formula, and up to where there is none: many signs of money are looked through once. */
let searched = { text: '', until: 0 }

/**
 * Where a formula in a line ends that begins at `start`, after its sign; -1 when none does. As pandoc has it (`tex_math_dollars`): no space within the signs;
 * and after them no letter or figure, so that amounts of money are none.
 */
const endOf = (text: string, start: number, signs: string): number => {
  const isShort = signs === '$'
  const from = isShort && searched.text === text ? Math.max(start, searched.until) : start
  let end = text.indexOf(signs, from)
  for (; end !== -1 && end - start <= LONGEST; end = text.indexOf(signs, end + 1)) {
    if (text[end - 1] === '\\' || end === start) continue
    const isPlain = !isShort || (/\S/.test(text[end - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? ''))
    if (isPlain) return text.slice(start, end).includes('`') ? -1 : end
  }
  if (isShort) searched = { text, until: end === -1 ? text.length : end }
  return -1
}

/** Formulas in TeX between dollar signs, in a line (`$x$`) or on lines of their own (`$$x$$`). */
export const dollarMath = (parser: MarkdownIt): void => {
  parser.inline.ruler.after('escape', 'dollar-math', (state, silent) => {
    const { src, pos } = state
    if (src[pos] !== '$') return false
    const signs = src.startsWith('$$', pos) ? '$$' : '$'
    const start = pos + signs.length
    if (signs === '$' && /^\s?$/.test(src[start] ?? '')) return false
    const end = endOf(src, start, signs)
    if (end === -1 || end >= state.posMax) return false
    if (!silent) state.push('html_inline', '', 0).content = formula(src.slice(start, end), signs === '$$')
    state.pos = end + signs.length
    return true
  })
  parser.block.ruler.before(
    'fence',
    'dollar-math',
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number): string =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
      if (!lineAt(startLine).startsWith('$$')) return false
      const lines = [lineAt(startLine).slice(2)]
      let last = startLine
      while (!(lines.at(-1) ?? '').trimEnd().endsWith('$$')) {
        last += 1
        if (last >= endLine || (state.sCount[last] ?? 0) < state.blkIndent) return false
        lines.push(lineAt(last))
      }
      const tex = lines.join('\n').trimEnd().slice(0, -2)
      if (tex.trim() === '' || tex.length > LONGEST || tex.includes('$$')) return false
      if (silent) return true
      state.line = last + 1
      const token = state.push('html_block', '', 0)
      token.content = `<p>${formula(tex, true)}</p>\n`
      token.map = [startLine, state.line]
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}
