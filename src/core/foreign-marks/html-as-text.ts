const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
}

const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      return code > 0x1f && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )

const marks: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', code: '`' }
const BLOCK = /^(?:p|div|h[1-6]|ul|ol|table|blockquote|pre|tr)$/
/** Elements whose content is no text. */
const HIDDEN = /^(?:script|style|template|iframe|object|svg|math|head)$/

/**
 * The text of a note that is HTML, with what Markdown has for its emphasis, lists and paragraphs. A scan for tags in one pass, not a
 * parser: what comes of it is text, and is shown as such.
 */
export const htmlAsText = (html: string): string => {
  const parts: string[] = []
  let hidden: string | null = null
  for (const [, text = '', slash = '', tag = ''] of html.matchAll(
    /([^<]+|<(?![/!?a-z]))|<(\/?)([a-z][\w-]*)?[^<>]*>?/gi,
  )) {
    const name = tag.toLowerCase()
    if (hidden !== null) {
      if (slash === '/' && name === hidden) hidden = null
    } else if (text !== '') parts.push(decode(text.replace(/\s+/g, ' ')))
    else if (HIDDEN.test(name) && slash === '') hidden = name
    else if (name === 'br') parts.push('\n')
    else if (name === 'li' && slash === '') parts.push('\n- ')
    else if (BLOCK.test(name)) parts.push('\n\n')
    else parts.push(marks[name] ?? '')
  }
  return parts
    .join('')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
