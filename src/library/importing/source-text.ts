/** Characters that say nothing to a reader or that no parser gives back: controls, byte order marks, soft hyphens. */
// oxlint-disable-next-line no-control-regex
const silentCharacters = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\ufeff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Source characters as canonical text may have them; white space is left as it is. */
export const cleanText = (text: string): string => text.replace(silentCharacters, '').replace(loneSurrogate, '\ufffd')

/** True when there is nothing in a text that could be seen. */
export const isBlank = (text: string): boolean => cleanText(text).trim() === ''

/** Runs of white space as HTML has it. */
export const whiteSpace = /[ \t\n\f\r]+/g

/** What stands in one line, such as a title: as text of the article has it, with one space for any run of white space. */
export const lineOfText = (text: string): string => cleanText(text).replace(whiteSpace, ' ').trim()
