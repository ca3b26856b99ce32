/** Line endings and the one character that Markdown cannot hold, brought into the form in which they can be written. */
const normalise = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')

/** Characters that mean something anywhere in a line, in CommonMark, GitHub's dialect or Obsidian's. */
const anywhere = /[\\`*_[\]<#|$~^]|%(?=%)|(?<=%)%|=(?==)|(?<==)=|&(?=[#a-z])/gi

/** What opens a list, a quotation, a rule or a heading's underline at the start of a line. */
const lineOpening = /^(?:[-+>=]|(\d{1,9})(?=[.)]))/

const asEntity = (character: string): string => `&#${character.codePointAt(0) ?? 0xfffd};`

/**
 * One line of plain text as Markdown that shows exactly these characters, as the content of a paragraph, heading or table cell.
 * Line feeds become numeric references, which show as spaces; so does white space at the ends, which Markdown would take away.
 */
export const escapeLine = (text: string): string => {
  const normal = normalise(text)
  const body = normal.trim()
  if (body === '') return normal.replace(/\s/g, asEntity)
  const start = normal.indexOf(body)
  const escaped = body
    .replace(anywhere, '\\$&')
    .replace(lineOpening, (opening, digits: string | undefined) =>
      digits === undefined ? `\\${opening}` : `${digits}\\`,
    )
    .replaceAll('\n', '&#10;')
  return (
    normal.slice(0, start).replace(/\s/g, asEntity) +
    escaped +
    normal.slice(start + body.length).replace(/\s/g, asEntity)
  )
}

/** Plain text as Markdown paragraphs, one a line of the text; further line feeds in a row become references. */
export const escapeParagraphs = (text: string): string => {
  const normal = normalise(text)
  const inner = normal.replace(/^\n+|\n+$/g, '')
  if (inner === '') return escapeLine(normal)
  const start = normal.indexOf(inner)
  const paragraphs: string[] = []
  for (const [index, part] of inner.split(/(\n+)/).entries()) {
    if (index % 2 === 1) paragraphs.push('&#10;'.repeat(part.length - 1))
    else paragraphs.push(`${paragraphs.pop() ?? ''}${escapeLine(part)}`)
  }
  return '&#10;'.repeat(start) + paragraphs.join('\n\n') + '&#10;'.repeat(normal.length - start - inner.length)
}

/** A line of text as the content of a table cell or heading, with line feeds shown as spaces. */
export const escapeInline = (text: string): string => escapeLine(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())

/** Lines put into a quotation. */
export const quoteLines = (markdown: string): string =>
  markdown
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')
