import { describe, expect, it } from 'vitest'
import { ownWords } from '#core/mechanism/cards/own-words.ts'
import type { Effect } from '#core/mechanism/mechanism.ts'

/** An effect whose sides stand in `text` between marks: "[agent] {trigger} <target>". */
const read = (marked: string, more: Partial<Effect> = {}): { readonly text: string; readonly effect: Effect } => {
  const at = (open: string, close: string) => {
    const plain = (words: string): string => words.replace(/[[\]{}<>]/g, '')
    const from = marked.indexOf(open)
    const quote = plain(marked.slice(from, marked.indexOf(close, from)))
    const start = plain(marked.slice(0, from)).length
    return { start, end: start + quote.length, quote }
  }
  return {
    text: marked.replace(/[[\]{}<>]/g, ''),
    effect: {
      id: 'e1',
      agent: at('[', ']'),
      trigger: at('{', '}'),
      target: at('<', '>'),
      direction: 'decreases',
      negated: false,
      hedged: false,
      confidence: 0.9,
      rule: 'active',
      ...more,
    },
  }
}
const phrase = (marked: string, more: Partial<Effect> = {}) => {
  const { text, effect } = read(marked, more)
  return ownWords(text, effect)
}

describe('the text’s own words', () => {
  it.each([
    ['[IL-10] {reduced} the <number of microglia>.', 'reduced the', 'agent'],
    ['[Caffeine] also {increases} <blood pressure>.', 'increases', 'agent'],
    ['<p53> is rapidly {activated} by [DNA damage].', 'is rapidly activated by', 'target'],
    ['Treatment with [IL-10] markedly\n {lowered} <TNF>.', 'markedly lowered', 'agent'],
  ])('of %s are taken', (marked, words, first) => {
    const belongs = marked.startsWith('Treatment')
    expect(phrase(marked)).toEqual(belongs ? null : { first, phrase: words })
  })

  it.each([
    ['Knock-down of [HIF-1α] {abolished} the <induction of VEGF>.'],
    ['Antibodies against [IL-10] {increased} <TNF>.'],
    ['Loss of <Smad3> was {prevented} by [TGF-β].'],
    ['anti-[TNF] {reduced} <pain>.'],
    ['[TNF]-{induced} <apoptosis> fell.'],
    ['[IL-10], a cytokine of many names, {reduced} <TNF>.'],
    ['[IL-10] {inhibition} of <TNF> is seen.'],
    ['[IL-10] acts by {reducing} <TNF>.'],
  ])('of %s are not: they would say another thing', marked => {
    expect(phrase(marked)).toBeNull()
  })

  it('are not taken where the doubt or the denial stands elsewhere in the sentence', () => {
    expect(phrase('Whether [IL-10] {protects} <neurons> is unknown.', { hedged: true })).toBeNull()
    expect(phrase('[IL-10] may {protect} <neurons>.', { hedged: true })).toEqual({
      first: 'agent',
      phrase: 'may protect',
    })
    expect(phrase('Neither [IL-10] {lowers} <TNF> nor IL-4.', { negated: true })).toBeNull()
    expect(phrase('[IL-10] did not {lower} <TNF>.', { negated: true })).toEqual({
      first: 'agent',
      phrase: 'did not lower',
    })
  })

  it('are read from a passage as well as from the whole text', () => {
    const { text, effect } = read('First sentence. [IL-10] {lowers} <TNF>.')
    const from = text.indexOf('IL-10')
    expect(ownWords(text.slice(from), effect, from)).toEqual(ownWords(text, effect))
  })

  it('are none where no agent is named', () => {
    expect(phrase('[IL-10] {lowers} <TNF>.', { agent: null })).toBeNull()
  })
})
