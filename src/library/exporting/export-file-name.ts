/** Bytes of UTF-8 a base name may have; file systems allow 255 with number and extension. */
const LONGEST_NAME = 180

/** What no common file system, sync service or Obsidian link takes in a name, and what cannot be seen in one but for joiners. */
const awkward = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd/\\:*?"<>|#^[\]])+/gu

/** A joiner belongs to an emoji, or to a word of a script that joins its letters; anywhere else it only hides that two names differ. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{L}])/gu

/** Names that Windows keeps for devices, with any extension and with spaces before it. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The longest start of a text that fits into a number of bytes, without half a character at its end. */
const fitInto = (text: string, bytes: number): string => {
  let fitted = ''
  let used = 0
  for (const { segment } of characters.segment(text)) {
    used += Buffer.byteLength(segment)
    if (used > bytes) return fitted
    fitted += segment
  }
  return fitted
}

/**
 * A file's base name from a title, without extension: one that every common system takes, that hides nothing (no leading dot) and that
 * names no device or other folder. Characters that may not be in it become spaces. `Untitled` when nothing is left.
 */
export const exportFileName = (title: string): string => {
  const spaced = title.normalize('NFC').replace(strayJoiner, ' ').replace(awkward, ' ').replace(/\s+/g, ' ')
  const trimmed = fitInto(spaced.replace(/^[\s.~-]+/, ''), LONGEST_NAME).replace(/[\s.]+$/, '')
  if (trimmed === '') return 'Untitled'
  return reserved.test(trimmed) ? `${trimmed.replace(/\s*\./, ' ')} file` : trimmed
}
