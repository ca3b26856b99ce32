/**
 * A word joiner: nothing to see, and after it `<` begins no tag, `!` no picture and `]` no link, whichever part of Markdown or HTML the
 * reading program takes it for.
 */
const JOINER = '\u2060'

/** Tags without attributes that only change how words look, and so may stay. */
const harmless = String.raw`<\/?(?:b|br|code|del|details|em|i|ins|kbd|mark|p|q|s|small|strong|sub|summary|sup|u)[ \t]*\/?>`
const harmlessTag = new RegExp(`^${harmless}`, 'i')

/** An address in angle brackets that leads to the web or to a mail program. */
const harmlessAutolink = /^<(?:https?:\/\/[^\s<>]*|mailto:[^\s<>]*|[\w.+-]+@[a-z\d.-]+)>/i

/** What could begin a tag, comment, declaration or autolink; a picture; the address of a link or of its definition. */
const active = /<(?=[a-z/!?])|!(?=\[)|\](?=[ \t]*[(:])/gi

/** A note of the reader's own folder shown in place. It names no address. */
const embeddedNote = /^!\[\[[^[\]\n]*\]\](?![([:])/

const addressAfter = /^\][ \t]*[(:]\s*<?([^\s<>]*)/

/** Schemes with which a link would run something, or reach for a file or another machine's disk. */
const unwantedScheme = /^(?:javascript|vbscript|data|file|blob|filesystem|view-source|ms-[a-z-]+):/i
// oxlint-disable-next-line no-control-regex
const ignoredInAddresses = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\\]/g
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i

/** An address that would run something, or that writes its scheme in a way that only hides it. */
const isUnwantedAddress = (address: string): boolean => {
  const plain = address.replace(ignoredInAddresses, '')
  return unwantedScheme.test(plain) || entity.test(/^[^/?]*/.exec(plain)?.[0] ?? '')
}

/** Whether what begins at `at` has to be kept from having its effect. */
const isUnwanted = (text: string, at: number): boolean => {
  const rest = text.slice(at, at + 4000)
  switch (text.charAt(at)) {
    case '<':
      return !harmlessTag.test(rest) && !harmlessAutolink.test(rest)
    case '!':
      return !embeddedNote.test(rest)
    default:
      return isUnwantedAddress(addressAfter.exec(rest)?.[1] ?? '')
  }
}

/**
 * A fence at the start of a line with at most a plain word after it, which every reading program takes for what it is: some see a table
 * where a bar follows.
 */
const openingFence = /^(?:(`{3,})|(~{3,}))[ \t]*[\w+.#-]*[ \t]*$/

/** What makes it uncertain what else is code: a fence within something, and a tag that begins a block of HTML. */
const uncertain = new RegExp(String.raw`\`{3,}|~{3,}|^[ \t>*+\-\d.)]*${harmless}`, 'i')

/** A paragraph in which code between backticks ends where it seems to, because nothing else in it can take a backtick first. */
const spanTakers = /[|\\$[\]]|<[a-z][a-z\d+.-]*:|<[^\s<>]*@/i
const codeSpan = /(?<!`)(`+)(?!`)(?:[^`\n]|(?!\1(?!`))`+)*?(?<!`)\1(?!`)/g

interface Line {
  readonly text: string
  readonly isCode: boolean
}

/** The lines with those of fences marked, or null when it is not certain what is in a fence. */
const linesWithFences = (text: string): readonly Line[] | null => {
  let open = ''
  const lines: Line[] = []
  for (const line of text.split('\n')) {
    if (open !== '') {
      // How far a tab goes depends on what stands around the note.
      if (/^ *\t[ \t]*[`~]{3}/.test(line)) return null
      const closes = new RegExp(`^ {0,3}${open}${open.charAt(0)}*[ \\t]*$`).test(line)
      lines.push({ text: line, isCode: true })
      if (closes) open = ''
      continue
    }
    const [, backticks, tildes] = openingFence.exec(line) ?? []
    open = backticks ?? tildes ?? ''
    if (open === '' && uncertain.test(line)) return null
    lines.push({ text: line, isCode: open !== '' })
  }
  return lines
}

const withJoiners = (text: string): string =>
  text.replace(active, (found, at: number) => (isUnwanted(text, at) ? found + JOINER : found))

const escapeActive = (text: string): string =>
  text.replace(active, (found, at: number) => {
    if (!isUnwanted(text, at)) return found
    return found === ']' || text.charAt(at - 1) === '\\' ? found + JOINER : `\\${found}`
  })

/** One paragraph's worth of lines: what is certainly code stays as it is. */
const inertParagraph = (text: string): string => {
  if (!text.includes('`')) return escapeActive(text)
  const certain = !spanTakers.test(text) && !text.replace(codeSpan, '').includes('`')
  if (!certain) return withJoiners(text)
  const parts: string[] = []
  let last = 0
  for (const { 0: span, index } of text.matchAll(codeSpan)) {
    parts.push(escapeActive(text.slice(last, index)), span)
    last = index + span.length
  }
  return [...parts, escapeActive(text.slice(last))].join('')
}

/**
 * A reader's Markdown in which nothing can run or load: tags other than a few that only change how words look, comments and
 * declarations are shown as characters, pictures as links, and links to scripts and files as text, as the window shows them, too.
 * What certainly is code keeps every character. Where that is not certain, a joiner that cannot be seen goes between the characters.
 */
export const inertMarkdown = (markdown: string): string => {
  const lines = linesWithFences(markdown)
  if (lines === null) return withJoiners(markdown)
  const parts: string[] = []
  let paragraph: string[] = []
  const endParagraph = (): void => {
    if (paragraph.length > 0) parts.push(inertParagraph(paragraph.join('\n')))
    paragraph = []
  }
  for (const { text, isCode } of lines) {
    if (!isCode && text.trim() !== '') {
      paragraph.push(text)
      continue
    }
    endParagraph()
    parts.push(text)
  }
  endParagraph()
  return parts.join('\n')
}
