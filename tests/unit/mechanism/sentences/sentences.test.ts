import { describe, expect, it } from 'vitest'
import { findEffects } from '#core/mechanism/find-effects.ts'
import { shippedLexicon } from '../lexicon-data.ts'
import { complaints, openSentences, placeOf, sentenceFiles } from './stated-effects.ts'
import type { Sentence } from './stated-effects.ts'

const read = sentenceFiles().filter(file => file.sentences.length > 0)

describe.each(read.map(file => [file.about, file.sentences] as const))('%s', (_, sentences) => {
  it.each(sentences.map(sentence => [sentence.text, sentence] as const))('%s', (text, sentence) => {
    expect(complaints(sentence, findEffects(text, shippedLexicon))).toEqual([])
  })
})

describe('the sentences themselves', () => {
  const all: readonly Sentence[] = [...read, ...openSentences()].flatMap(file => file.sentences)

  it('are told once each', () => {
    expect(all.length).toBeGreaterThan(300)
    expect(new Set(all.map(sentence => sentence.text)).size).toBe(all.length)
  })

  it('hold the words that they are said to state, at one place each', () => {
    const astray = all.flatMap(({ text, effects, mayAlso = [] }) =>
      [...effects, ...effects.flatMap(effect => effect.or ?? []), ...mayAlso]
        .flatMap(({ agent, target }) => (agent === null ? [target] : [agent, target]))
        .filter(words => placeOf(text, words) === null)
        .map(words => `${words} in: ${text}`),
    )
    expect(astray).toEqual([])
  })
})
