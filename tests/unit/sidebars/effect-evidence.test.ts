import { expect, it } from 'vitest'
import { effectEvidence } from '../../../src/renderer/views/mechanisms/effect-evidence.ts'
import type { EvidenceSentence } from '../../../src/renderer/views/mechanisms/effect-evidence.ts'

const text = 'Stem cells help. They lower IL-1 in mice, e.g. at night. Nobody knows why.\nTNF-induced apoptosis falls.'
const end = text.indexOf('\n')
const blocks = [
  { id: 'b1', kind: 'paragraph' as const, section: 's0', start: 0, end },
  { id: 'b2', kind: 'paragraph' as const, section: 's0', start: end + 1, end: text.length },
]
const at = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, quote: words }
}
const marked = (sentence: EvidenceSentence | null): string =>
  (sentence?.runs ?? []).map(({ words, role }) => (role === null ? words : `[${role} ${words}]`)).join('')

it('marks what acts, what says so and what is acted on in their sentence', () => {
  const { sentence, agentSentence } = effectEvidence(
    { text, blocks },
    { agent: at('They'), trigger: at('lower'), target: at('IL-1') },
  )
  expect(marked(sentence)).toBe('[agent They] [trigger lower] [target IL-1] in mice, e.g. at night.')
  expect(agentSentence).toBeNull()
})

it('shows the sentence that names the agent where that is another one', () => {
  const { sentence, agentSentence } = effectEvidence(
    { text, blocks },
    { agent: at('Stem cells'), trigger: at('lower'), target: at('IL-1') },
  )
  expect(marked(sentence)).toBe('They [trigger lower] [target IL-1] in mice, e.g. at night.')
  expect(marked(agentSentence)).toBe('[agent Stem cells] help.')
})

it('marks the inner one of parts that lie in one another, and nothing when no agent is named', () => {
  const { sentence } = effectEvidence(
    { text, blocks },
    { agent: null, trigger: at('induced'), target: at('TNF-induced apoptosis') },
  )
  expect(marked(sentence)).toBe('[target TNF-][trigger induced][target  apoptosis] falls.')
})
