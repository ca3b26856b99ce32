/** Articles, prepositions and the like, in the commonest languages of articles: they come and go without much ado. */
const lightWords: ReadonlySet<string> = new Set(
  `a an the of to in on at by as is it and or for der die das den dem des und ein eine le la les un une de du des et el los las y il lo i gli e o os as da do`.split(
    ' ',
  ),
)

export const isLight = (word: string): boolean => lightWords.has(word.toLowerCase())

/** The words of a folded text that weigh, with a blank between them. */
export const withoutLightWords = (text: string): string =>
  text
    .split(' ')
    .filter(word => word !== '' && !isLight(word))
    .join(' ')
