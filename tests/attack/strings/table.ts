/**
 * One string of the collection before its number is known. `{run}` stands for a call that tells of itself, `{load}` for an address that
 * counts who asks for it.
 */
export interface AttackTemplate {
  readonly technique: string
  readonly text: string
}

export const technique = (name: string, texts: readonly string[]): readonly AttackTemplate[] =>
  texts.map(text => ({ technique: name, text }))

/** Every pairing of two lists. */
export const pairs = <A, B>(as: readonly A[], bs: readonly B[]): readonly (readonly [A, B])[] =>
  as.flatMap(a => bs.map(b => [a, b] as const))
