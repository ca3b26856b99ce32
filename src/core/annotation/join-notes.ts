/** A thin rule between two notes, as Markdown writes one. */
const RULE = '\n\n---\n\n'

const endsInWord = /[\p{L}\p{N}]$/u
const beginsInWord = /^[\p{L}\p{N}]/u

/** True when `longer` goes on after `note`, which may be empty, begins before it, or has it as lines of its own: never in the midst of a word. */
const holds = (longer: string, note: string): boolean => {
  const [before, after] = [longer.slice(0, -note.length), longer.slice(note.length)]
  const goesOn = longer.startsWith(note) && !(endsInWord.test(note) && beginsInWord.test(after))
  const beginsBefore = longer.endsWith(note) && !(endsInWord.test(before) && beginsInWord.test(note))
  return goesOn || beginsBefore || `\n${longer}\n`.includes(`\n${note}\n`)
}

/**
 * One note that says all that the given ones say: one alone when it holds the others, otherwise one after the other, in the order
 * given, with a rule between. Markdown.
 */
export const joinNotes = (notes: readonly string[]): string =>
  notes
    .filter(note => !notes.some(other => other !== note && holds(other, note)))
    .filter((note, index, all) => all.indexOf(note) === index)
    .join(RULE)
