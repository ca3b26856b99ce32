import { linkTarget } from '../canonical-attributes.ts'
import { ContentBuilder } from '../content-builder.ts'
import type { Content } from '../content-tree.ts'
import { partOfItem } from './layout/page-text.ts'
import type { Face } from './layout/page-text.ts'
import type { BodyType, Part } from './layout/flow.ts'
import { DocumentWords, joint } from './layout/hyphens.ts'
import { textOfPieces } from './layout/lines.ts'
import type { Line, Piece } from './layout/lines.ts'
import { listMark } from './layout/paragraphs.ts'
import type { Target } from './read-pages.ts'

/** How a run is set apart from those around it. */
interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly script: Piece['script']
  readonly link: string | null
}

const sameLook = (a: Look, b: Look): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.script === b.script && a.link === b.link

const unadorned: Look = { bold: false, italic: false, script: null, link: null }

/** The lines at which links arrive, with the names of the places. */
const arrivals = (parts: readonly Part[], targets: readonly Target[]): ReadonlyMap<Line, readonly string[]> => {
  const byPage = new Map<number, Line[]>()
  for (const part of parts)
    for (const line of part.lines) {
      const page = line.pieces[0]?.item.place.page ?? 0
      const lines = byPage.get(page)
      if (lines === undefined) byPage.set(page, [line])
      else lines.push(line)
    }
  const names = new Map<Line, string[]>()
  for (const { name, page, x, y } of targets) {
    let nearest: Line | null = null
    let least = Infinity
    for (const line of byPage.get(page) ?? []) {
      const place = line.pieces[0]?.item.place
      if (place === undefined) continue
      // A link leads to a little above its line, and to the left of it.
      const below = place.y + place.height / 2 - y
      const away = (below >= 0 ? below : -4 * below) + (x > place.x + 20 || place.x - x > 200 ? 200 : 0)
      if (away < least) {
        least = away
        nearest = line
      }
    }
    if (nearest !== null) names.set(nearest, [...(names.get(nearest) ?? []), name])
  }
  return names
}

/** Writes the parts of a document into canonical content. */
class PdfContent {
  readonly #builder = new ContentBuilder()
  readonly #words = new DocumentWords()
  readonly #arrivals: ReadonlyMap<Line, readonly string[]>
  readonly #levels: ReadonlyMap<Part, number>
  readonly #body: BodyType
  #look: Look = unadorned
  /** What runs of the leaf that is open are compared with: a heading is bold as a whole. */
  #usual: Pick<Face, 'bold' | 'italic'> = { bold: false, italic: false }

  constructor(parts: readonly Part[], levels: ReadonlyMap<Part, number>, body: BodyType, targets: readonly Target[]) {
    this.#levels = levels
    this.#body = body
    this.#arrivals = arrivals(parts, targets)
    for (const { lines } of parts) for (const { text } of lines) this.#words.add(text)
  }

  write(parts: readonly Part[]): Content {
    for (let index = 0; index < parts.length;) {
      const part = parts[index]
      if (part === undefined) break
      const items = this.#listAt(parts, index)
      if (items > 0) index += items
      else {
        this.#part(part)
        index += 1
      }
    }
    return this.#builder.finish()
  }

  #part(part: Part): void {
    if (part.kind === 'table') {
      this.#table(part.rows)
      return
    }
    const level = this.#levels.get(part)
    if (level !== undefined) this.#leaf(`h${level}`, part.lines, level)
    else if (part.role === 'caption') this.#within('figure', () => this.#leaf('figcaption', part.lines))
    else if (part.role === 'note') this.#within('aside', () => this.#leaf('p', part.lines))
    else this.#leaf('p', part.lines)
  }

  /** Writes the list that begins at `index`, if one does; gives how many parts it took. */
  #listAt(parts: readonly Part[], index: number): number {
    const first = this.#markOf(parts[index])
    if (first === null) return 0
    const items: Extract<Part, { readonly kind: 'paragraph' }>[] = []
    for (let next = index; next < parts.length; next += 1) {
      const part = parts[next]
      const mark = this.#markOf(part)
      if (part?.kind !== 'paragraph' || mark === null || mark.ordered !== first.ordered) break
      if (mark.ordered && numberOf(mark.mark) !== numberOf(first.mark) + items.length) break
      items.push(part)
    }
    // A single number may be anything, and numbers in brackets are cited as they stand.
    if (first.ordered && (items.length < 2 || !/^\d+[.)]/.test(first.mark))) return 0
    const start = numberOf(first.mark)
    this.#within(
      first.ordered ? 'ol' : 'ul',
      () => {
        for (const item of items) {
          const mark = this.#markOf(item)?.mark.length ?? 0
          const [line, ...rest] = item.lines
          if (line !== undefined) this.#leaf('li', [withoutStart(line, mark), ...rest])
        }
      },
      first.ordered && start !== 1 ? [['start', String(start)]] : [],
    )
    return items.length
  }

  #markOf(part: Part | undefined): ReturnType<typeof listMark> {
    if (part?.kind !== 'paragraph' || part.role !== 'text') return null
    const [line] = part.lines
    const mark = listMark(line?.text ?? '')
    return mark !== null && (part.lines.length > 1 || mark.mark.length < (line?.text.length ?? 0)) ? mark : null
  }

  #table(rows: Extract<Part, { readonly kind: 'table' }>['rows']): void {
    this.#within('table', () => this.#within('tbody', () => rows.forEach(row => this.#row(row))))
  }

  #row(cells: readonly (readonly Piece[])[]): void {
    this.#usual = { bold: this.#body.bold, italic: false }
    this.#within('tr', () => cells.forEach(cell => this.#open('td', undefined, () => this.#cell(cell))))
  }

  #cell(pieces: readonly Piece[]): void {
    const lines: Piece[][] = []
    for (const piece of pieces) {
      if (lines.length === 0 || piece.startsLine === true) lines.push([])
      lines.at(-1)?.push(piece)
    }
    this.#joined(lines.map(line => ({ pieces: line, text: textOfPieces(line).trim() })))
  }

  #leaf(tag: string, lines: readonly Line[], level?: number): void {
    const isHeading = level !== undefined
    const faces = lines.flatMap(({ pieces }) => pieces.map(({ item }) => item.face))
    this.#usual = {
      bold: isHeading ? faces.every(({ bold }) => bold) : this.#body.bold,
      italic: isHeading && faces.every(({ italic }) => italic),
    }
    this.#open(tag, level, () => this.#lines(lines))
  }

  #open(tag: string, level: number | undefined, fill: () => void): void {
    const before = this.#builder.place
    if (this.#builder.openLeaf(tag, [], level) === null) return
    this.#look = unadorned
    const inside = this.#builder.place
    fill()
    this.#builder.returnTo(inside)
    this.#builder.endLeaf()
    this.#builder.returnTo(before)
  }

  #within(tag: string, fill: () => void, attributes: readonly (readonly [string, string])[] = []): void {
    const before = this.#builder.place
    this.#builder.openContainer(tag, attributes)
    fill()
    this.#builder.endLeaf()
    this.#builder.returnTo(before)
  }

  #joined(lines: readonly Pick<Line, 'pieces' | 'text'>[], before?: (index: number) => void): void {
    for (const [index, line] of lines.entries()) {
      before?.(index)
      const next = lines[index + 1]
      const how = next === undefined ? null : joint(line.text, next.text, this.#words)
      this.#pieces(how === 'hyphen' ? withoutHyphen(line.pieces) : line.pieces)
      if (how === 'space') this.#builder.text(' ')
    }
  }

  #lines(lines: readonly Line[]): void {
    this.#joined(lines, index => {
      const line = lines[index]
      for (const name of (line === undefined ? null : this.#arrivals.get(line)) ?? []) this.#builder.anchor(name)
    })
  }

  #pieces(pieces: readonly Piece[]): void {
    const { container } = this.#builder.place
    for (const { item, text, spaceBefore, script } of pieces) {
      const look: Look = {
        bold: item.face.bold && !this.#usual.bold,
        italic: item.face.italic && !this.#usual.italic,
        script,
        link: item.link,
      }
      const same = sameLook(look, this.#look)
      if (spaceBefore && same) this.#builder.text(' ')
      if (!same) {
        this.#builder.returnTo({ container, inline: null })
        if (spaceBefore) this.#builder.text(' ')
        this.#openLook(look)
        this.#look = look
      }
      this.#builder.text(text, item.place)
    }
  }

  #openLook({ bold, italic, script, link }: Look): void {
    if (link !== null) {
      const target = link.startsWith('#') ? link : linkTarget(link, undefined)
      if (target !== null) this.#builder.openInline('a', [['href', target]])
    }
    if (bold) this.#builder.openInline('strong', [])
    if (italic) this.#builder.openInline('em', [])
    if (script !== null) this.#builder.openInline(script, [])
  }
}

const numberOf = (mark: string): number => Number(/\d+/.exec(mark)?.[0] ?? 0)

const cutPiece = (piece: Piece, start: number, end: number): Piece => {
  const item = partOfItem({ ...piece.item, text: piece.text }, start, end)
  return { ...piece, text: item.text, item }
}

/** A line without its first characters. */
const withoutStart = (line: Line, length: number): Line => {
  let left = length
  const pieces: Piece[] = []
  for (const piece of line.pieces) {
    if (left > 0 && piece.spaceBefore && pieces.length === 0) left -= 1
    if (left >= piece.text.length) {
      left -= piece.text.length
      continue
    }
    pieces.push(left > 0 ? cutPiece(piece, left, piece.text.length) : piece)
    left = 0
  }
  return { ...line, pieces, text: line.text.slice(length).trimStart() }
}

/** Pieces without the hyphen at their end. */
const withoutHyphen = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.at(-1)
  if (last === undefined) return pieces
  const end = last.text.trimEnd().length - 1
  return end <= 0 ? pieces.slice(0, -1) : [...pieces.slice(0, -1), cutPiece(last, 0, end)]
}

/** The canonical content of a document's parts; `levels` are those of its headings, `targets` the places that links lead to. */
export const buildPdfContent = (
  parts: readonly Part[],
  levels: ReadonlyMap<Part, number>,
  body: BodyType,
  targets: readonly Target[],
): Content => new PdfContent(parts, levels, body, targets).write(parts)
