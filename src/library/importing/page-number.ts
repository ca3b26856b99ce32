/** What transcribers call the numbers of printed pages that they put amid the text (Project Gutenberg, and books made after it). */
const numberClass = /(?:^|\s)(?:x-ebookmaker-pageno|page-?num(?:ber)?s?|page-?no|pgnum)(?:\s|$)/i

/** What style sheets call such numbers, too, but just as well whatever begins a new page, as a heading does. */
const breakClass = /(?:^|\s)page-?break(?:\s|$)/i

/** A number of a page, with or without a word or brackets: `[Pg 12]`, `{xii}`, `p. 7`. */
const numberText = /^[\s[({|]*(?:p(?:g|p|age|\.)?\.?)?\s*(?:\d{1,5}|[ivxlcdm]{1,9})?[\s\])}.|]*$/i

/** An element that may be the number of a printed page. */
interface NumberLike {
  readonly name: string
  readonly className: string
  /** Whether it says that a printed page begins there: `epub:type="pagebreak"`, `role="doc-pagebreak"`. */
  readonly isBreak: boolean
}

/**
 * @param text what stands in the element; asked for only where it matters, since elements may be nested without end
 * @returns true for the number of a printed page that stands amid the words, where it would cut a word in two. Other books and readers show it in
 * the margin; a place that links lead to is there all the same.
 */
export const isPageNumber = ({ name, className, isBreak }: NumberLike, text: () => string): boolean => {
  const isNamed = numberClass.test(className) || ((name === 'span' || name === 'a') && breakClass.test(className))
  if (!isBreak && !isNamed) return false
  const words = text()
  return words.length <= 40 && numberText.test(words)
}
