import type { DifferencePart, Refusal } from '#core/anchoring/verdict.ts'
import { changeInWords, changesIn } from './difference-words.ts'
import type { WordChange } from './difference-words.ts'

/** Refusals that need no words of the text to be understood. */
const sentences = {
  'no-words': 'This mark holds no words, so there is nothing to look for.',
  'words-gone': 'Nothing in the text is like these words any more.',
  'too-different': 'The nearest words differ in too much to be the same statement.',
  'context-differs': 'The words are there, but what stands around them is not what stood there.',
  'several-alike': 'Several places fit equally well.',
} as const

/** Refusals for a difference in meaning; the change itself follows. */
const headings = {
  negation: 'A negation changed',
  polarity: 'The direction of the effect changed',
  number: 'A number changed',
  unit: 'A unit changed',
  comparison: 'A comparison changed',
  order: 'The order changed',
  entity: 'Something else is named',
  opposite: 'A word was replaced by its opposite',
} as const

/** What a change holds when it is the one that a refusal speaks of, where the words themselves can tell. */
const marks: Partial<Record<Refusal, RegExp>> = {
  number: /\p{N}/u,
  polarity:
    /increas|decreas|reduc|lower|rais|rise|rose|fall|fell|high|low|inhibit|promot|activat|suppress|block|enhanc|stimulat|induc|prevent|attenuat|up-?regulat|down-?regulat|gain|loss|lose|lost|improv|worsen/iu,
  comparison: /more|less|most|least|great|small|high|low|above|below|over|under|max|min|better|worse|long|short/iu,
  order: /before|after|first|last|prior|preced|follow|then|earl|late/iu,
  negation: /\b(?:no|not|nor|never|none|neither|without|cannot)\b|n['’]t\b|\b(?:un|non|anti|in|im)-?\p{L}/iu,
}

/** Changes that a sentence names at most. */
const NAMED = 2

function tellingChanges(refusal: Refusal, changes: readonly WordChange[]): readonly WordChange[] {
  const mark = marks[refusal]
  const telling =
    mark === undefined ? [] : changes.filter(({ removed, added }) => mark.test(removed) || mark.test(added))
  if (telling.length > 0) return telling.slice(0, NAMED)
  // Of many changes none can be singled out, and the difference itself is shown beside the sentence.
  return changes.length > NAMED ? [] : changes
}

const hasSentence = (refusal: Refusal): refusal is keyof typeof sentences => refusal in sentences

/**
 * Why a passage was not given as found, in one sentence. `difference` is that of the candidate that was refused; without
 * one the sentence says only what kind of difference it was.
 */
export function explainRefusal(refusal: Refusal, difference: readonly DifferencePart[] = []): string {
  if (hasSentence(refusal)) return sentences[refusal]
  const changes = tellingChanges(refusal, changesIn(difference))
  return changes.length === 0
    ? `${headings[refusal]}.`
    : `${headings[refusal]}: ${changes.map(changeInWords).join(', ')}.`
}
