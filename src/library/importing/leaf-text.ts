import type { Run } from './content-tree.ts'
import { cleanText, whiteSpace } from './source-text.ts'

/** Takes a space off the end of the pieces; a piece that held nothing else goes with it. */
const trimEnd = (pieces: Run[]): void => {
  const last = pieces.at(-1)
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return
  pieces.pop()
  if (last.text.length > 1) pieces.push({ ...last, text: last.text.slice(0, -1) })
}

/**
 * Runs with white space collapsed as CSS does it for `white-space: normal`: one space for any run of it, none at the start,
 * at the end and around a line break. The result's characters are the block's text.
 */
export const collapseRuns = (runs: readonly Run[]): Run[] => {
  const pieces: Run[] = []
  let spaceBefore = true
  for (const run of runs) {
    if (run.kind === 'image' || run.kind === 'formula') {
      pieces.push(run)
      spaceBefore = false
    } else if (run.kind === 'break') {
      trimEnd(pieces)
      if (pieces.length > 0) pieces.push(run)
      spaceBefore = true
    } else {
      const collapsed = cleanText(run.text).replace(whiteSpace, ' ')
      const text: string = spaceBefore && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
      if (text === '') continue
      pieces.push({ ...run, text })
      spaceBefore = text.endsWith(' ')
    }
  }
  trimEnd(pieces)
  while (pieces.at(-1)?.kind === 'break') {
    pieces.pop()
    trimEnd(pieces)
  }
  return pieces
}

/** Runs of preformatted text: white space stays, only empty lines at its start and end go. */
export const preserveRuns = (runs: readonly Run[]): Run[] => {
  const pieces = runs.flatMap((run): Run[] => {
    if (run.kind === 'image') return []
    if (run.kind === 'formula') return [{ kind: 'text', text: run.formula.text, inline: run.inline }]
    const text = run.kind === 'break' ? '\n' : cleanText(run.text).replace(/\r\n?/g, '\n')
    return text === '' ? [] : [{ kind: 'text', text, inline: run.inline }]
  })
  return trimFirst(trimFirst(pieces, text => text.replace(/^\n+/, '')).toReversed(), text =>
    text.trimEnd(),
  ).toReversed()
}

/** Shortens the first piece with `trim`, going on with the next while nothing is left of one. */
const trimFirst = (pieces: readonly Run[], trim: (text: string) => string): Run[] => {
  for (const [index, piece] of pieces.entries()) {
    const text = piece.kind === 'text' ? trim(piece.text) : ''
    if (piece.kind === 'text' && text !== '') return [{ ...piece, text }, ...pieces.slice(index + 1)]
  }
  return []
}

const textOfRun = (run: Run): string => {
  switch (run.kind) {
    case 'text':
      return run.text
    case 'break':
      return '\n'
    case 'formula':
      return run.formula.text
    case 'image':
      return ''
  }
}

/** The block's text: the characters of its runs, a line feed for each break. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(textOfRun).join('')
