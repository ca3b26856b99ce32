import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { mentionsFor } from '#core/mechanism/find-effects.ts'
import { openSentences, placeOf, sentenceFiles } from '../../unit/mechanism/sentences/stated-effects.ts'
import type { Reading, Sentence } from '../../unit/mechanism/sentences/stated-effects.ts'
import { examplesOf } from './examples.ts'
import type { Judge } from './examples.ts'
import type { Example } from './fit-weights.ts'
import { touches } from './gold.ts'
import type { Place } from './gold.ts'

const signs = { increases: 1, decreases: -1, affects: 0, converts: 0 } as const

const isAt = (text: string, words: string, place: Place): boolean => {
  const span = placeOf(text, words)
  return span !== null && touches(place, [span])
}

/** Right when the sentence states the pair with this direction; null where it may be taken from it, or with another one. */
const judgeBySentence = ({ text, effects, mayAlso = [] }: Sentence): Judge => {
  const stated = effects.flatMap((effect): Reading[] => [effect, ...(effect.or ?? [])])
  return (_, agent, target, sign) => {
    const same = (reading: Reading): boolean =>
      isAt(text, reading.target, target) && (reading.agent === null || isAt(text, reading.agent, agent))
    if (stated.some(reading => reading.agent !== null && same(reading) && signs[reading.direction] === sign))
      return true
    return [...stated, ...mayAlso].some(same) ? null : false
  }
}

/** How often each sentence counts: they are short and few beside the abstracts of the sets. */
const TIMES = 4

/** The readings of the project's own sentences, the open ones included. */
export const ownExamples = (lexicon: Lexicon): Example[] => {
  const examples = [...sentenceFiles(), ...openSentences()]
    .flatMap(({ sentences }) => sentences)
    .flatMap(sentence => examplesOf(sentence.text, mentionsFor(sentence.text, lexicon), judgeBySentence(sentence)))
  return Array.from({ length: TIMES }, () => examples).flat()
}
