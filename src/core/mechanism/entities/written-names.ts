import type { Lexicon } from './lexicon.ts'

/** One way to write the name of an entity, and the name of the lexicon's entry that it stands for. */
export type WrittenName = readonly [written: string, name: string]

/** Every name and synonym of the lexicon, in its order: what `nameOfWord` needs of it, and little enough to be sent. */
export const writtenNames = ({ entries, own = [] }: Lexicon): WrittenName[] =>
  [...own, ...entries].flatMap(({ name, synonyms = [] }) =>
    [name, ...synonyms].map((written): WrittenName => [written, name]),
  )
