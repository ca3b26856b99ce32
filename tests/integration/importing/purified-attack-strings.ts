import { purifyContent } from '#library/importing/purify-content.ts'
import { attackStrings } from '../../attack/collection.ts'

/** What could be made of a string if nothing had looked at it: as it is, and within elements that content may have. */
const inPlaces = (text: string): readonly string[] => [
  text,
  `<p data-block="b1">${text}</p>\n`,
  `<p data-block="b1" style="color: red" title="${text}"><math><mtext>${text}</mtext></math></p>\n`,
  `<style>@import url("${text}"); p { color: red }</style><link rel="stylesheet" href="${text}">\n`,
]

/** What the purifier leaves of each string of the project's collection, in several places. */
export const purifiedAttackStrings = async (): Promise<readonly string[]> => {
  const purified: string[] = []
  for (const { text } of attackStrings('http://127.0.0.1:8080/hit'))
    for (const content of inPlaces(text)) purified.push(await purifyContent([content]))
  return purified
}
