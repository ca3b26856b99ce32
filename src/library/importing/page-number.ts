/** What transcribers call the numbers of printed pages that they put amid the text (Project Gutenberg, and books made after it). */
const numberClass = /(?:^|\s)(?:x-ebookmaker-pageno|page-?num(?:ber)?s?|page-?no|pgnum|pagebreak|page-?break)(?:\s|$)/i

/** A number of a page, with or without a word or brackets: `[Pg 12]`, `{xii}`, `p. 7`. */
const numberText = /^[\s[({|]*(?:p(?:g|p|age|\.)?\.?)?\s*(?:\d{1,5}|[ivxlcdm]{1,9})?[\s\])}.|]*$/i

/**
 * @param text what stands in the element; asked for only where it matters, since elements may be nested without end
 * @returns true for the number of a printed page that stands amid the words, where it would cut a word in two. Other books and readers show it in
 * the margin; a place that links lead to is there all the same.
 */
export const isPageNumber = (className: string, isBreak: boolean, text: () => string): boolean => {
  if (!isBreak && !numberClass.test(className)) return false
  const words = text()
  return words.length <= 40 && numberText.test(words)
}
