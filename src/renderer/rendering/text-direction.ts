/** How much of a text is looked at, in UTF-16 units. */
const OPENING = 4_000
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu

/** The direction in which most of a text's letters run: symbols such as GDNF stand in the Latin script in any language. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const opening = text.slice(0, OPENING)
  const letters = opening.match(/\p{L}/gu)?.length ?? 0
  const rightToLeft = opening.match(RIGHT_TO_LEFT)?.length ?? 0
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr'
}
