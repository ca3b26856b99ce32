/** The faces that an article is set in: running text, emphasis and headings. */
const faces = ['400', 'italic 400', '600', '700']

/** Longest wait for a font, in milliseconds; then the page is set in what there is. */
const PATIENCE = 2_000

/** Each character of a text once. Goes over units: three million of them take some milliseconds, as a string's own iterator does not. */
export function charactersIn(text: string): string {
  const seen = new Uint8Array(0x1_00_00)
  const characters: string[] = []
  const beyond = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const isPair = unit >= 0xd8_00 && unit <= 0xdb_ff && at + 1 < text.length
    if (isPair) beyond.add(text.slice(at, at + 2))
    else if (seen[unit] === 0) characters.push(text.charAt(at))
    seen[unit] = 1
    // Both halves of a character beyond the basic plane are one character, with a font of its own.
    if (isPair) at += 1
  }
  return [...characters, ...beyond].join('')
}

/**
 * Loads the fonts that a text is set in, so that its lines stand where they will stay from the first moment. A font that
 * cannot be had is no failure: the next of its family list takes its place.
 * @param families values of the CSS property `font-family`
 */
export async function loadFonts(families: readonly string[], text: string): Promise<void> {
  // Fonts come in parts, one for a range of characters each.
  const characters = charactersIn(text)
  const loads = families.flatMap(family => faces.map(face => document.fonts.load(`${face} 1em ${family}`, characters)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, PATIENCE)
  })
  await Promise.race([Promise.allSettled(loads), patience])
  clearTimeout(timer)
}
