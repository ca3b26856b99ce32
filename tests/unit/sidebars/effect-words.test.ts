import { expect, it } from 'vitest'
import { effectSentence } from '../../../src/renderer/views/mechanisms/effect-words.ts'
import { effect } from './make-cards.ts'

it.each([
  ['stem cells > IL-10', 'stem cells increase IL-10'],
  ['IL-10 < inflammation', 'IL-10 decreases inflammation'],
  ['stem cells = neurons', 'stem cells become neurons'],
  ['iNOS ~ blood flow', 'iNOS affects blood flow'],
  ['apoptosis < survival', 'apoptosis decreases survival'],
  ['microglia > IL-1', 'microglia increase IL-1'],
  ['IL-1 and IL-17 > pain', 'IL-1 and IL-17 increase pain'],
  ['not stem cells > IL-1', 'stem cells do not increase IL-1'],
  ['not GDNF < pain', 'GDNF does not decrease pain'],
  ['may stem cells < pain', 'stem cells may decrease pain'],
  ['not may GDNF < pain', 'GDNF may not decrease pain'],
  ['> pain', 'an agent that is not named increases pain'],
])('says %j as %j', (short, sentence) => {
  expect(effectSentence(effect(short))).toBe(sentence)
})
