/** Points and lengthening of Arabic script, points of Hebrew: most texts leave them out. */
const POINTS = /[\p{M}\u0640]/gu
const ALEF = /[أإآٱ]/gu

/** Words for and, so, in, to, like, from, that and the, which are written together with the next word. */
const arabicJoined = /^[وف]?(?:[بلك]?ال|لل|[بلكس])?/u
/** Persons of a verb that has not come to an end. */
const arabicPersons = /^[يتنا]/u
const hebrewJoined = /^[ושהבלכמ]/u

const ARABIC = /^\p{Script=Arabic}/u
const HEBREW = /^\p{Script=Hebrew}/u
/** A word of fewer letters than this is no word without its first ones. */
const LEAST = 2
const MOST_JOINED = 3

/**
 * The word, in small letters, and what is left of it without the small words that Arabic and Hebrew write together with the
 * next one; the word itself alone in other scripts. Some of them are no words, which does no harm.
 */
export const formsOf = (word: string): readonly string[] => {
  if (ARABIC.test(word)) {
    const plain = word.replace(POINTS, '').replace(ALEF, 'ا')
    const bare = plain.replace(arabicJoined, '')
    const second = plain.replace(/^[وف]/u, '')
    const stems = [bare, bare.replace(arabicPersons, ''), second.replace(arabicPersons, '')]
    // The words for not have two letters and take no article.
    return [...new Set([plain, second, ...stems.filter(form => form.length > LEAST)])]
  }
  if (!HEBREW.test(word)) return [word]
  const forms = [word.replace(POINTS, '')]
  for (let joined = 0; joined < MOST_JOINED; joined += 1) {
    const shorter = (forms.at(-1) ?? '').replace(hebrewJoined, '')
    if (shorter === forms.at(-1) || shorter.length < LEAST) break
    forms.push(shorter)
  }
  return forms
}

/** An entry of a word list in the way in which `formsOf` writes words. */
export const listed = (word: string): string => (ARABIC.test(word) ? word.replace(ALEF, 'ا') : word).normalize('NFC')
