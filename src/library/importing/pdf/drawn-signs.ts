import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A sign of a font: a letter, or several that are drawn as one. */
export interface Sign {
  readonly letters: string
  /** Thousandths of an em. */
  readonly width: number
}

const signOf = (given: unknown): Sign[] => {
  if (typeof given !== 'object' || given === null || !('unicode' in given)) return []
  const letters = typeof given.unicode === 'string' ? given.unicode.trim() : ''
  const width = 'width' in given && typeof given.width === 'number' ? given.width : 0
  return letters === '' ? [] : [{ letters, width }]
}

const readSigns = async (page: PDFPageProxy): Promise<readonly Sign[]> => {
  try {
    const { fnArray, argsArray } = await page.getOperatorList()
    return fnArray.flatMap((operator, index): Sign[] => {
      const [signs] = operator === OPS.showText ? (argsArray[index] as readonly unknown[]) : []
      return Array.isArray(signs) ? signs.flatMap(signOf) : []
    })
  } catch {
    // A page that cannot be drawn has its text all the same.
    return []
  }
}

/** The signs that a page draws, in the order in which it does, without spaces. They are read when one is first asked for. */
export class DrawnSigns {
  readonly #page: PDFPageProxy
  #signs: Promise<readonly Sign[]> | null = null

  constructor(page: PDFPageProxy) {
    this.#page = page
  }

  all(): Promise<readonly Sign[]> {
    return (this.#signs ??= readSigns(this.#page))
  }
}

/** Finds the signs of one text after the other, in the order in which they are drawn. */
export class SignReader {
  readonly #signs: readonly Sign[]
  readonly #drawn: string
  /** Where each sign begins in what is drawn, and where the last one ends. */
  readonly #starts = new Map<number, number>()
  #from = 0

  constructor(signs: readonly Sign[]) {
    this.#signs = signs
    this.#drawn = signs.map(({ letters }) => letters).join('')
    let length = 0
    for (const [index, { letters }] of signs.entries()) {
      this.#starts.set(length, index)
      length += letters.length
    }
    this.#starts.set(length, signs.length)
  }

  /** The signs of a text without spaces, as it is drawn; null when it is not there, or only a part of a sign is. */
  next(drawn: string): readonly Sign[] | null {
    const at = this.#drawn.indexOf(drawn, this.#from)
    const [first, last] = [this.#starts.get(at), this.#starts.get(at + drawn.length)]
    if (at < 0 || first === undefined || last === undefined) return null
    this.#from = at + drawn.length
    return this.#signs.slice(first, last)
  }
}
