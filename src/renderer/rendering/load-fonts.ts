/** The faces that an article is set in: running text, emphasis and headings. */
const faces = ['400', 'italic 400', '600', '700']

/** Longest wait for a font, in milliseconds; then the page is set in what there is. */
const PATIENCE = 2_000

/**
 * Loads the fonts that a text is set in, so that its lines stand where they will stay from the first moment. A font that
 * cannot be had is no failure: the next of its family list takes its place.
 * @param families values of the CSS property `font-family`
 */
export async function loadFonts(families: readonly string[], text: string): Promise<void> {
  // Fonts come in parts, one for a range of characters each.
  const characters = [...new Set(text)].join('')
  const loads = families.flatMap(family => faces.map(face => document.fonts.load(`${face} 1em ${family}`, characters)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, PATIENCE)
  })
  await Promise.race([Promise.allSettled(loads), patience])
  clearTimeout(timer)
}
