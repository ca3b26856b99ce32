import { SaxesParser } from 'saxes'

/** An element of XML, by its name without the prefix. Comments and processing instructions are left out. */
export interface XmlElement {
  readonly name: string
  /** By their names without prefixes; of two that only differ in that, the first. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
}

export interface ParsedXml {
  readonly root: XmlElement | null
  /** What is wrong with it, in the parser's words; null when it is well-formed. */
  readonly problem: string | null
  /** Elements nested deeper than can be told apart were dissolved. */
  readonly flattened: boolean
}

/** Elements within elements that are still told apart. */
const DEEPEST = 500

/** Beyond this a file is not read on: the parser has a complaint of its own for each element that is never closed. */
const DEEPEST_READ = 20_000

/** Characters that are read in one go. */
const PIECE = 256 * 1024

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/** The parser's messages begin with a place: line and column. */
const inWords = ({ message }: Error): string => message.replace(/^(\d+):(\d+): /, 'line $1: ').replace(/\.$/, '')

/** What begins a part that stays as it is, or a sign that begins nothing: people write "p < 0.05" and "Tom & Jerry". */
const signs = /<!\[CDATA\[|<!--|&(?!#?\w[\w.:-]*;)|<(?![\p{L}_:/!?])/gu

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' }

const ends: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->' }

/** Each place is looked at once: of parts that never end there may be a million. */
const withSignsEscaped = (text: string): string => {
  const pieces: string[] = []
  const endless = new Set<string>()
  let taken = 0
  signs.lastIndex = 0
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const [sign] = found
    const end = ends[sign]
    if (end === undefined) {
      pieces.push(text.slice(taken, found.index), escaped[sign] ?? sign)
      taken = found.index + 1
    } else if (!endless.has(sign)) {
      const at = text.indexOf(end, found.index + sign.length)
      if (at < 0) endless.add(sign)
      else signs.lastIndex = at + end.length
    }
  }
  return taken === 0 ? text : `${pieces.join('')}${text.slice(taken)}`
}

/**
 * Reads XML. Document types are not read and nothing is fetched: an entity other than XML's own and those in `entities` stays as it is
 * written. Of a file that is not well-formed, all is kept that comes before the fault and what can be understood of what comes after.
 */
export const parseXml = (text: string, entities: Readonly<Record<string, string>> = {}): ParsedXml => {
  const parser = new SaxesParser({ position: true })
  Object.assign(parser.ENTITIES, entities)
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let problem: string | null = null
  let deeper = 0
  let flattened = false
  const addText = (piece: string): void => {
    const children = open.at(-1)?.children
    if (children === undefined || piece === '') return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + piece
    else children.push(piece)
  }
  parser.on('error', error => {
    problem ??= inWords(error)
    // The first is told. Making the others would take most of the time of a file that has hundreds of thousands.
    parser.fail = () => parser
  })
  parser.on('opentag', tag => {
    if (open.length >= DEEPEST) {
      deeper += 1
      flattened = true
      return
    }
    const attributes = new Map<string, string>()
    for (const [name, value] of Object.entries(tag.attributes)) {
      const local = localName(name)
      if (!attributes.has(local)) attributes.set(local, String(value))
    }
    const element: XmlElement = { name: localName(tag.name), attributes, children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    if (deeper > 0) deeper -= 1
    else open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  const mended = withSignsEscaped(text)
  if (mended !== text) problem = 'a “<” or “&” that begins nothing'
  for (let start = 0; start < mended.length; start += PIECE) {
    if (deeper > DEEPEST_READ) break
    parser.write(mended.slice(start, start + PIECE))
  }
  if (deeper > DEEPEST_READ) problem ??= 'elements in one another without end'
  else parser.close()
  return { root, problem, flattened }
}
