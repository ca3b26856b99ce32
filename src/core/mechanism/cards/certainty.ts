/** How sure it is that the text says what an effect says, from the surest to the least sure. */
export const certainties = ['plain', 'likely', 'doubtful'] as const
export type Certainty = (typeof certainties)[number]

/** Least confidence of the two upper steps; they part the rules that read a whole statement from those that guess at one. */
const PLAIN = 0.8
const LIKELY = 0.6

/** The step that a confidence between 0 and 1 stands on. */
export const certaintyOf = (confidence: number): Certainty =>
  confidence >= PLAIN ? 'plain' : confidence >= LIKELY ? 'likely' : 'doubtful'

/** What each step is called where a reader sees it. */
export const certaintyNames: Readonly<Record<Certainty, string>> = {
  plain: 'Stated plainly',
  likely: 'Likely',
  doubtful: 'Doubtful',
}
