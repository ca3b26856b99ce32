import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Span } from '../../text/span.ts'

/** The universal part-of-speech tags (Petrov, Das & McDonald 2012) as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

const nlp = winkNLP(model, ['pos'])
const { its } = nlp

export interface TaggedWord extends Span {
  readonly tag: PartOfSpeech
}

/** The words of `text` inside `span` with their parts of speech; offsets into `text`. */
export const tagWords = (text: string, span: Span): TaggedWord[] => {
  const doc = nlp.readDoc(text.slice(span.start, span.end))
  const words = doc.tokens().out(its.value) as string[]
  const tags = doc.tokens().out(its.pos) as PartOfSpeech[]
  const spaces = doc.tokens().out(its.precedingSpaces) as string[]
  let at = span.start
  return words.map((word, i) => {
    const start = at + (spaces[i]?.length ?? 0)
    at = start + word.length
    return { start, end: at, tag: tags[i] ?? 'X' }
  })
}
