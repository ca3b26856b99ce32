import type { TextItem } from '#library/importing/pdf/layout/page-text.ts'

/** A piece of text whose letters are half as wide as they are high. */
export const textItem = (text: string, x: number, baseline: number, given: Partial<TextItem> = {}): TextItem => {
  const size = given.size ?? 10
  const width = given.width ?? text.length * size * 0.5
  return {
    text,
    x,
    width,
    baseline,
    size,
    face: { bold: false, italic: false, fixed: false },
    rightToLeft: false,
    spaced: false,
    link: null,
    drawn: 0,
    place: { page: 0, x, y: baseline - 0.8 * size, width, height: size, rotation: 0 },
    ...given,
  }
}

/** Lines of a column, 12 points apart. */
export const columnItems = (
  lines: readonly string[],
  x: number,
  top: number,
  given: Partial<TextItem> = {},
): TextItem[] => lines.map((line, index) => textItem(line, x, top + 12 * index, given))
