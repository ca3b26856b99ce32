import { nameKey } from '#core/mechanism/cards/effect-graph.ts'

/** The folded words of a name with blanks around, so that "IL-1" is not found in "IL-10" and "pain" is in "chronic pain". */
export const paddedName = (name: string): string =>
  ` ${nameKey(name)
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()} `
