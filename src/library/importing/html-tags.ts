/** A tag of a page: from its `<` on, up to the end of its name, and its name in small letters. */
export interface HtmlTag {
  readonly start: number
  readonly nameEnd: number
  readonly name: string
  readonly isEnd: boolean
  /** Whether all up to the end tag of the same name is text. The two stand side by side. */
  readonly isRaw: boolean
}

const opening = /<([a-z][^ \t\n\f\r/>]*)/iy
const closing = /<\/[ \t\n\f\r]*([a-z][^ \t\n\f\r>]*)/iy

/** What ends the text of an element that holds nothing but text. */
const rawEnds: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title', 'xmp'].map(name => [name, new RegExp(`</${name}[ \\t\\n\\f\\r>]`, 'gi')]),
)

/** The parser takes the letters t and x for each other where such an element begins, and goes by the rest. */
const rawName = (name: string): string =>
  name === 'xitle' || name === 'xextarea' ? `t${name.slice(1)}` : name === 'tmp' ? 'xmp' : name

const isSpace = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r' || sign === '\f'

const after = (html: string, end: string, from: number): number => {
  const at = html.indexOf(end, from)
  return at < 0 ? html.length : at + end.length
}

/** Where a tag ends whose name ends at `from`, and whether it ends in a slash. What stands in quotation marks after an equals sign ends nothing. */
const endOfTag = (html: string, from: number): { readonly end: number; readonly closed: boolean } => {
  let at = from
  for (;;) {
    while (isSpace(html[at])) at += 1
    if (html[at] === '/') {
      at += 1
      while (isSpace(html[at])) at += 1
      if (html[at] === '>') return { end: at + 1, closed: true }
      continue
    }
    if (html[at] === '>') return { end: at + 1, closed: false }
    if (at >= html.length) return { end: html.length, closed: false }
    // A name has one character at least, whichever that is.
    at += 1
    while (at < html.length && !isSpace(html[at]) && html[at] !== '/' && html[at] !== '>' && html[at] !== '=') at += 1
    while (isSpace(html[at])) at += 1
    if (html[at] !== '=') continue
    at += 1
    while (isSpace(html[at])) at += 1
    const quote = html[at]
    if (quote === '"' || quote === "'") at = after(html, quote, at + 1)
    else while (at < html.length && !isSpace(html[at]) && html[at] !== '>') at += 1
  }
}

/**
 * The tags of a page as the parser finds them: none within comments, declarations, values of attributes, and elements that hold nothing
 * but text, such as scripts. Where browsers go other ways than the parser (`--!>`, sections of characters outside of drawings, `iframe`), it is the
 * parser that is followed: what it takes for tags is what it nests. Nothing is looked through twice.
 */
export const tagsOf = function* (html: string): Generator<HtmlTag, void, undefined> {
  let at = html.indexOf('<')
  while (at >= 0) {
    const start = at
    opening.lastIndex = start
    closing.lastIndex = start
    const opened = opening.exec(html)
    const ended = opened === null ? closing.exec(html) : null
    if (opened !== null) {
      const nameEnd = start + opened[0].length
      const name = (opened[1] ?? '').toLowerCase()
      const { end, closed } = endOfTag(html, nameEnd)
      const rawEnd = closed ? undefined : rawEnds.get(rawName(name))
      yield { start, nameEnd, name, isEnd: false, isRaw: rawEnd !== undefined }
      at = end
      if (rawEnd !== undefined) {
        rawEnd.lastIndex = end
        const found = rawEnd.exec(html)
        if (found === null) return
        at = found.index + found[0].length - 1
        yield { start: found.index, nameEnd: at, name: rawName(name), isEnd: true, isRaw: true }
        at = after(html, '>', at)
      }
    } else if (ended !== null) {
      const nameEnd = start + ended[0].length
      yield { start, nameEnd, name: (ended[1] ?? '').toLowerCase(), isEnd: true, isRaw: false }
      at = after(html, '>', nameEnd)
    } else if (html.startsWith('<!--', start)) at = after(html, '-->', start + 2)
    else if (html.startsWith('<![CDATA[', start)) at = after(html, ']]>', start + 9)
    else if (html.startsWith('<!-', start)) at = after(html, '>', start + 4)
    else if (html.startsWith('<!', start)) at = after(html, '>', start + 3)
    else if (html.startsWith('<?', start) || html.startsWith('</', start)) at = after(html, '>', start + 2)
    else at = start + 1
    at = html.indexOf('<', at)
  }
}
