/** The rows of a CSV file as RFC 4180 has it, without its byte order mark. */
export const readCsv = (content: string): string[][] => {
  const rows: string[][] = []
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|$)/gy
  field.lastIndex = content.startsWith('\ufeff') ? 1 : 0
  let row: string[] = []
  while (field.lastIndex < content.length) {
    const match = field.exec(content)
    if (match === null) throw new Error('This is no CSV')
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
