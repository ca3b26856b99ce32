import type { ArticleText } from '#core/article/article.ts'
import { joinBlocks } from '#core/article/join-blocks.ts'
import type { BlockContent } from '#core/article/join-blocks.ts'
import { randomFrom } from '../../anchoring/random.ts'
import type { Random } from '../../anchoring/random.ts'
import { running } from './prose.ts'

/**
 * An article and its content. The text content of the HTML, white space between blocks counted, is the article's text
 * character by character, so that contestants which count the characters of the DOM need no translation.
 */
export interface GeneratedArticle extends ArticleText {
  readonly html: string
}

interface Piece {
  readonly content: BlockContent
  readonly before: string
  readonly tag: string
  readonly html: string
  readonly after: string
}

class Pieces {
  readonly list: Piece[] = []
  length = 0
  readonly #random: Random
  #row = 0
  #cell = 0

  constructor(random: Random) {
    this.#random = random
  }

  #add(
    tag: string,
    words: number,
    { before = '', after = '', ...content }: Partial<Piece> & Omit<BlockContent, 'text'>,
  ): void {
    const { text, html } = running(this.#random, words)
    this.list.push({ content: { ...content, text }, before, tag, html, after })
    this.length += text.length + 1
  }

  heading(level: number): void {
    this.#add(`h${level}`, this.#random.between(4, 9), { kind: 'heading', level })
  }

  paragraph(): void {
    this.#add('p', this.#random.between(40, 130), { kind: 'paragraph' })
  }

  /** A list of three to seven items, the last with a list of its own. */
  bullets(): void {
    const count = this.#random.between(3, 7)
    for (let index = 0; index < count; index++) {
      const before = index === 0 ? '<ul>' : ''
      this.#add('li', this.#random.between(8, 30), { kind: 'list-item', before })
    }
    this.#add('p', this.#random.between(8, 20), { kind: 'list-item', before: '<li>' })
    this.#add('li', this.#random.between(6, 16), { kind: 'list-item', before: '<ol>' })
    this.#add('li', this.#random.between(6, 16), { kind: 'list-item', after: '</ol></li></ul>' })
  }

  table(): void {
    const rows = this.#random.between(4, 9)
    for (let row = 0; row < rows; row++) {
      this.#row += 1
      for (let column = 0; column < 4; column++) {
        this.#cell += 1
        this.#add(column === 0 ? 'th' : 'td', this.#random.between(1, 6), {
          kind: 'table-cell',
          row: this.#row,
          cell: this.#cell,
          before: `${row === 0 && column === 0 ? '<table><tbody>' : ''}${column === 0 ? '<tr>' : ''}`,
          after: `${column === 3 ? '</tr>' : ''}${row === rows - 1 && column === 3 ? '</tbody></table>' : ''}`,
        })
      }
    }
  }
}

/** An article of about `length` characters: chapters of paragraphs with nested inline markup, lists and tables. */
export const generateArticle = (length: number, seed: string): GeneratedArticle => {
  const random = randomFrom(seed)
  const pieces = new Pieces(random)
  for (let turn = 0; pieces.length < length; turn++) {
    if (turn % 24 === 0) pieces.heading(2)
    else if (turn % 6 === 0) pieces.heading(3)
    if (turn % 8 === 5) pieces.bullets()
    else if (turn % 12 === 10) pieces.table()
    else pieces.paragraph()
  }
  const { text, blocks, sections } = joinBlocks(pieces.list.map(piece => piece.content))
  const html = pieces.list.map(({ before, tag, html: inner, after }, index) => {
    const separator = text.slice(blocks[index]?.end, blocks[index + 1]?.start ?? text.length)
    return `${before}<${tag} data-block="b${index + 1}">${inner}</${tag}>${separator}${after}`
  })
  return { text, blocks, sections, html: html.join('') }
}
