type Alignment = 'left' | 'right'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of cells that are Markdown of one line already; alignment is left where none is given. */
export const writeTable = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string =>
  [
    row(header),
    row(header.map((_, column) => (alignments[column] === 'right' ? '--:' : '---'))),
    ...rows.map(row),
  ].join('\n')
