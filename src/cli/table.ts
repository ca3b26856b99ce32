/**
 * Rows under a line of headings, columns two spaces apart. A heading that begins with ">" sets its column to the right.
 * Put what may be of any width or script last: nothing stands to the right of it.
 */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const names = headings.map(heading => heading.replace(/^>/, '').toUpperCase())
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map(row => (row[column] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return headings[column]?.startsWith('>') === true ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [names, ...rows].map(line).join('\n')
}
