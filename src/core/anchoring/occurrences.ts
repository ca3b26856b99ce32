/** Offsets at which `words` stand in `text`, in order; occurrences may overlap. Empty words occur nowhere. */
export const occurrencesOf = (text: string, words: string): number[] => {
  const starts: number[] = []
  if (words === '') return starts
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
}
