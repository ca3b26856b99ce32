import type { Refusal } from './verdict.ts'

const words: Readonly<Record<Refusal, string>> = {
  'no-words': 'the mark holds no words',
  'words-gone': 'its words are gone',
  'too-different': 'the nearest words differ too much',
  'context-differs': 'the words stand in other surroundings',
  'several-alike': 'several places are equally likely',
  negation: 'a negation differs',
  polarity: 'the direction of an effect differs',
  number: 'a number differs',
  unit: 'a unit differs',
  comparison: 'a comparison differs',
  order: 'the order differs',
  entity: 'something else is named',
  opposite: 'a word was replaced by its opposite',
}

/** Why a passage was not given as found, in a clause that goes on after a colon. */
export const describeRefusal = (reason: Refusal): string => words[reason]
