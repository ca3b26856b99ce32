import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Document, ItsFunction } from 'wink-nlp'
import type { Span } from '../../text/span.ts'

/** The universal part-of-speech tags (Petrov, Das & McDonald 2012) as wink-nlp gives them. */
const partsOfSpeech = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

const known: ReadonlyMap<string, PartOfSpeech> = new Map(partsOfSpeech.map(tag => [tag, tag]))
const asPartOfSpeech = (tag: string | undefined): PartOfSpeech => known.get(tag ?? '') ?? 'X'

const nlp = winkNLP(model, ['pos'])

const readers: Readonly<Record<'value' | 'pos' | 'precedingSpaces', ItsFunction<string>>> = nlp.its

/** One text for each word, by one of wink-nlp's own readers of a word. */
const each = (doc: Document, reader: ItsFunction<string>): string[] => doc.tokens().out(reader)

export interface TaggedWord extends Span {
  readonly tag: PartOfSpeech
}

/** The words of `text` inside `span` with their parts of speech; offsets into `text`. */
export const tagWords = (text: string, span: Span): TaggedWord[] => {
  const doc = nlp.readDoc(text.slice(span.start, span.end))
  const tags = each(doc, readers.pos)
  const spaces = each(doc, readers.precedingSpaces)
  let at = span.start
  return each(doc, readers.value).map((word, i) => {
    const start = at + (spaces[i]?.length ?? 0)
    at = start + word.length
    return { start, end: at, tag: asPartOfSpeech(tags[i]) }
  })
}
