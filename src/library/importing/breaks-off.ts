/** What a reader is told of a page that may be only the first part of one. */
export const BROKEN_OFF =
  'The page has no end, as if it had not been loaded or saved as a whole: its last part may be missing.'

/** Whether a page that has tags for its beginning has none for its end. People who leave out one leave out the other. */
export const breaksOff = (html: string): boolean => /<body[\s>]/i.test(html) && !/<\/(?:body|html)\s*>/i.test(html)
