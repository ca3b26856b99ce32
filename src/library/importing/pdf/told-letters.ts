/** What letters the codes and shapes of a file's fonts stand for. */

/** Shapes of letters: Latin ligatures, and those of Hebrew and Arabic in their places in a word; and radicals of Chinese characters, which programs write for the characters that look the same. */
const shapes =
  /[\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]/g

/** Punctuation as lines that are written downwards have it, and as it is written. */
const downwards = '︐︑︒︓︔︕︖︗︘︙︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈'
const across = [...'，、。：；！？〖〗…—–（）｛｝〔〕【】《》〈〉「」『』［］']
const punctuation = new Map([...downwards].map((shape, index) => [shape, across[index] ?? shape]))
const punctuationShapes = new RegExp(`[${downwards}]`, 'g')

/**
 * Ligatures and dashes at the places that TeX's encodings OT1 and T1 have them. Files with fonts of dots do not say so, and there is nothing else
 * that these control codes could be.
 */
const texCodes: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0015': '–',
  '\u0016': '—',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
}
// oxlint-disable-next-line no-control-regex
const texCodePattern = /[\u000b\u000c\u000e-\u0012\u0015\u0016\u001b-\u001f]/g

/** What is no character, such as the code that fonts have for what they lack. */
const noCharacter = /[\ufdd0-\ufdef\ufffe\uffff]/g

/** A text in letters instead of codes and shapes. What else compatibility forms tell apart, such as raised figures, stays. */
export const toldLetters = (text: string): string =>
  text
    .replace(texCodePattern, code => texCodes[code] ?? code)
    .replace(noCharacter, '\ufffd')
    .replace(shapes, shape => shape.normalize('NFKC'))
    .replace(punctuationShapes, shape => punctuation.get(shape) ?? shape)
