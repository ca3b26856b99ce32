/** Widths of the letters from the space to the tilde in Helvetica, in thousandths of an em (Adobe's font metrics for it). */
const WIDTHS: readonly number[] = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number)

/** Of a letter that Helvetica's widths are not known of, and of one of Chinese or Japanese. */
const OTHER = 556
const WIDE = 1000

/** How wide a text is in Helvetica, in ems: the font that most forms are filled in with. */
export const widthInHelvetica = (text: string): number => {
  let width = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    width += WIDTHS[code - 32] ?? (code >= 0x2e80 ? WIDE : OTHER)
  }
  return width / 1000
}
